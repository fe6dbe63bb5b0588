import { Code, ConnectError } from "@connectrpc/connect";
import type { StreamAlertsResponse } from "#api/notify_service_pb";

/** A stream of alerts from a cursor on; empty: with a snapshot first. */
export type OpenStream = (cursor: string, signal: AbortSignal) => AsyncIterable<StreamAlertsResponse>;

/** What the follower needs from the page around it. */
export interface Follower {
  readonly open: OpenStream;
  /** Longest time without a frame before the line counts as dead, in milliseconds. */
  readonly silenceMs: number;
  /** Where to go on. */
  readonly cursor: () => string;
  /** A line is being opened; `end` gives it up, when the page learns by other ways that it is dead. */
  readonly onLine: (end: () => void) => void;
  readonly onFrame: (frame: StreamAlertsResponse) => void;
  /** The line is gone; it comes back by itself. */
  readonly onLost: () => void;
  /** The server does not take the cursor: the log does not reach back to it, or it is another copy of the data. */
  readonly onCursorRefused: () => void;
  /** The watch that was followed is gone. */
  readonly onWatchGone: () => void;
  /** The browser is not signed in (any more). */
  readonly onSignedOut: () => void;
  /** Waits, or less when the device says that the network is back. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** 0 to 1, spreads the returns of many after a restart. */
  readonly random: () => number;
}

const firstWaitMs = 500;
const longestWaitMs = 15_000;

/** How long to wait before attempt n (1 and upwards), in milliseconds: full jitter under a doubling bound. */
export function waitBefore(attempt: number, random: number): number {
  return random * Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(attempt, 6));
}

/** Follows the stream until the signal ends it; comes back after every break and misses nothing, by the cursor. */
export async function follow(follower: Follower, signal: AbortSignal): Promise<void> {
  let attempt = 0;
  while (!signal.aborted) {
    const line = new AbortController();
    const end = (): void => line.abort();
    signal.addEventListener("abort", end);
    follower.onLine(end);
    try {
      let watchdog = setTimeout(end, follower.silenceMs);
      try {
        for await (const frame of follower.open(follower.cursor(), line.signal)) {
          clearTimeout(watchdog);
          watchdog = setTimeout(end, follower.silenceMs);
          attempt = 0;
          follower.onFrame(frame);
        }
      } finally {
        clearTimeout(watchdog);
      }
    } catch (error) {
      const code = ConnectError.from(error).code;
      if (code === Code.Unauthenticated) return follower.onSignedOut();
      if (code === Code.NotFound) follower.onWatchGone();
      if (code === Code.InvalidArgument || code === Code.OutOfRange) follower.onCursorRefused();
    } finally {
      signal.removeEventListener("abort", end);
      line.abort();
    }
    if (signal.aborted) return;
    follower.onLost();
    attempt += 1;
    await follower.wait(waitBefore(attempt, follower.random()), signal);
  }
}
