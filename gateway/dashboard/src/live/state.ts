import { batch, computed, signal } from "@preact/signals";
import type { GetStatusResponse } from "#api/status_service_pb";
import type { CityThreat } from "#api/threat_pb";
import { millis } from "../terms/when.ts";
import { saved } from "./saved.ts";
import { inSight, nothingYet, type Situations } from "./situations.ts";

/** How the page stands to the server. "saved": it has not been reached yet, and what is shown was kept from before. */
export type Line = "connecting" | "live" | "lost" | "saved" | "signedOut";

const before = saved();

export const situations = signal<Situations>(before ? { ...nothingYet, byName: new Map(before.alerts.map((alert) => [alert.situation, alert])) } : nothingYet);
export const line = signal<Line>(before ? "saved" : "connecting");
/** Levels of places, the highest first. */
export const threats = signal<readonly CityThreat[]>(before?.threats ?? []);
/** Whether the levels were read at least once, now or in the saved state. */
export const threatsKnown = signal(before !== undefined);
/** There are more places than were loaded. */
export const threatsMore = signal(false);
/** Why the levels could not be read anew; empty when they were. */
export const threatsFailure = signal("");
export const serverStatus = signal<GetStatusResponse | undefined>(undefined);
/** When the server last said anything, in milliseconds of the device's clock. */
export const lastHeard = signal<number | undefined>(before?.at);
/** The device's clock, moved on every few seconds so that ages stay true. */
export const deviceTime = signal(Date.now());

const statusRead = signal(Date.now());

/** Keeps the status together with when it was read. */
export function setStatus(status: GetStatusResponse): void {
  batch(() => {
    serverStatus.value = status;
    statusRead.value = Date.now();
    lastHeard.value = Date.now();
  });
}

/** Now, in the time that the server lives in: the scenario's while one is played. */
export const now = computed(() => {
  const told = millis(serverStatus.value?.domainTime);
  if (told === undefined) return deviceTime.value;
  return serverStatus.value?.scenario ? told : told + Math.max(0, deviceTime.value - statusRead.value);
});

/** Situations that an officer must see, the most urgent first. */
export const shown = computed(() => inSight(situations.value, now.value));

/** Whether anything on the screen is a drill. */
export const exercise = computed(() =>
  Boolean(serverStatus.value?.scenario) || shown.value.some((alert) => alert.exercise) || threats.value.some((threat) => threat.exercise));
