import type { Alert } from "#api/alert_pb";
import type { Hush, StreamAlertsResponse } from "#api/notify_service_pb";
import { isOpen, weightOf } from "../terms/urgency.ts";
import { millis } from "../terms/when.ts";

/**
 * What the alert stream has told so far: the newest alert of each thread, and where to go on. Immutable; `take` answers the next one.
 * A snapshot replaces what was known only once it is complete, so that a line that breaks in the middle loses nothing.
 */
export interface Situations {
  /** Newest alert by "situations/{id}". */
  readonly byName: ReadonlyMap<string, Alert>;
  /** Where to go on; empty: from the start, with a snapshot. */
  readonly cursor: string;
  /** All reports accepted before this instant are in, in milliseconds; undefined when the server has not said. */
  readonly completeThrough: number | undefined;
  /** Since when silence proves nothing; undefined while the server sees. */
  readonly blindSince: number | undefined;
  /** What keeps the followed watch quiet now, as the server said last; undefined when nothing does. */
  readonly hush: Hush | undefined;
  readonly arriving: ReadonlyMap<string, Alert>;
  readonly toArrive: number;
}

export const nothingYet: Situations = {
  byName: new Map(), cursor: "", completeThrough: undefined, blindSince: undefined, hush: undefined, arriving: new Map(), toArrive: 0,
};

/** An ended situation stays in sight this long, so that nobody misses how it ended. */
const endedStaysMs = 30 * 60_000;

function withAlert(known: ReadonlyMap<string, Alert>, alert: Alert): ReadonlyMap<string, Alert> {
  const next = new Map(known);
  for (const old of alert.supersedes) next.delete(old);
  const before = next.get(alert.situation);
  if (!before || before.situationRevision <= alert.situationRevision) next.set(alert.situation, alert);
  return next;
}

/** What is known after one more frame of the stream. */
export function take(now: Situations, response: StreamAlertsResponse): Situations {
  const { case: kind, value } = response.frame;
  switch (kind) {
    case "subscribed": {
      const told = { completeThrough: millis(value.completeThroughTime), blindSince: millis(value.blindSinceTime), hush: value.hush };
      if (now.cursor) return { ...now, ...told, arriving: new Map(), toArrive: 0 };
      return value.snapshotSize > 0
        ? { ...now, ...told, arriving: new Map(), toArrive: value.snapshotSize }
        : { ...now, ...told, byName: new Map(), cursor: value.cursor, arriving: new Map(), toArrive: 0 };
    }
    case "alert": {
      if (!value.alert) return now;
      if (!value.snapshot) return { ...now, byName: withAlert(now.byName, value.alert), cursor: value.cursor || now.cursor };
      const arriving = withAlert(now.arriving, value.alert);
      const toArrive = now.toArrive - 1;
      return toArrive > 0 && !value.cursor
        ? { ...now, arriving, toArrive }
        : { ...now, byName: arriving, cursor: value.cursor || now.cursor, arriving: new Map(), toArrive: 0 };
    }
    case "bookmark":
      return { ...now, cursor: value.cursor || now.cursor, completeThrough: millis(value.completeThroughTime), blindSince: millis(value.blindSinceTime), hush: value.hush };
    case "closing":
      return now.toArrive > 0 ? now : { ...now, cursor: value.cursor || now.cursor };
    default:
      return now;
  }
}

/** Starts anew after the server refused the cursor; what is shown stays until the snapshot is in. */
export function withoutCursor(now: Situations): Situations {
  return { ...now, cursor: "", arriving: new Map(), toArrive: 0 };
}

/** What an officer sees, the most urgent first, then the newest: all that is open, and what ended a short while before `time`. */
export function inSight(now: Situations, time: number): Alert[] {
  return [...now.byName.values()]
    .filter((alert) => isOpen(alert) || time - (millis(alert.issueTime) ?? 0) <= endedStaysMs)
    .sort((a, b) => weightOf(b) - weightOf(a) || (millis(b.issueTime) ?? 0) - (millis(a.issueTime) ?? 0));
}
