import { signal } from "@preact/signals";
import type { Alert } from "#api/alert_pb";
import { urgencyName } from "../terms/urgency.ts";
import { words } from "../words/words.ts";

/** What a screen reader says at once. */
export const spoken = signal("");

/** Speaks an alert that has just come in. */
export function announce(alert: Alert): void {
  spoken.value = `${words.value.terms.urgencies[urgencyName(alert.urgency)]}: ${headlineOf(alert)}`;
}

/** The headline in the language of the page, as far as the server gives it. */
export function headlineOf(alert: Alert): string {
  return alert.headline || alert.incident?.title || alert.name;
}
