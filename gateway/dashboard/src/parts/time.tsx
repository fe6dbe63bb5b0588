import type { Timestamp } from "@bufbuild/protobuf/wkt";
import { now } from "../live/state.ts";
import { ago, fullTime, millis } from "../terms/when.ts";

/** An instant by the local clocks, with its age; the same in UTC on demand. */
export function Time({ time, zone = "", age = true }: { time: Timestamp | undefined; zone?: string; age?: boolean }) {
  const ms = millis(time);
  if (ms === undefined) return null;
  return (
    <time dateTime={new Date(ms).toISOString()} title={`${fullTime(ms)} UTC`}>
      {fullTime(ms, zone)}{zone ? "" : " UTC"}{age ? <span class="soft"> ({ago(ms, now.value)})</span> : null}
    </time>
  );
}
