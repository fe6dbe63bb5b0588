import type { Timestamp } from "@bufbuild/protobuf/wkt";
import { timestampMs } from "@bufbuild/protobuf/wkt";
import { language } from "../shell/settings.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Milliseconds since 1970, or undefined for an instant that was not given. */
export function millis(time: Timestamp | undefined): number | undefined {
  return time ? timestampMs(time) : undefined;
}

function format(ms: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  try {
    return new Intl.DateTimeFormat(language.value === "fr" ? "fr-FR" : "en-GB", { hourCycle: "h23", ...options, timeZone: zone }).format(ms);
  } catch {
    // A zone that this browser does not know must not empty the screen.
    return new Date(ms).toISOString().slice(0, 16).replace("T", " ");
  }
}

/** "Tue 17 Sept 2024, 05:00" by the clocks of a zone; UTC when none is given. */
export function fullTime(ms: number, zone = ""): string {
  return format(ms, zone || "UTC", { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
}

/** "17 Sept, 05:00". */
export function shortTime(ms: number, zone = ""): string {
  return format(ms, zone || "UTC", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
}

/** "17 Sept 2024". */
export function dateOnly(ms: number, zone = ""): string {
  return format(ms, zone || "UTC", { day: "numeric", month: "short", year: "numeric" });
}

/** A local calendar date of the API, "2024-09-17", as people write it. It is nobody's instant and is never shifted. */
export function localDate(text: string): string {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) ? text : dateOnly(ms);
}

/** An age by its largest unit: [3, "hour"]. Never negative: clocks of machines differ by a little. */
export function ageOf(ms: number, now: number): [number, "minute" | "hour" | "day"] {
  const age = Math.max(0, now - ms);
  if (age < hour) return [Math.floor(age / minute), "minute"];
  if (age < 2 * day) return [Math.floor(age / hour), "hour"];
  return [Math.floor(age / day), "day"];
}

/** "3 hours ago", in the language of the page. */
export function ago(ms: number, now: number): string {
  const [count, unit] = ageOf(ms, now);
  return new Intl.RelativeTimeFormat(language.value, { numeric: "auto" }).format(-count, unit);
}
