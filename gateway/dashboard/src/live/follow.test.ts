import { create } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { describe, expect, it } from "vitest";
import { type StreamAlertsResponse, StreamAlertsResponseSchema } from "#api/notify_service_pb";
import { follow, type Follower, waitBefore } from "./follow.ts";

const bookmark = (cursor: string) => create(StreamAlertsResponseSchema, { frame: { case: "bookmark", value: { cursor } } });

/** A follower whose lines are scripted: frames to give, then an error to end with. */
function scripted(lines: { frames: StreamAlertsResponse[]; error?: ConnectError }[]) {
  const life = new AbortController();
  const log: string[] = [];
  let cursor = "";
  const follower: Follower = {
    silenceMs: 1000,
    cursor: () => cursor,
    random: () => 1,
    async *open(from) {
      log.push(`open ${from}`);
      const line = lines.shift();
      if (!line) {
        life.abort();
        return;
      }
      yield* line.frames;
      if (line.error) throw line.error;
    },
    onLine: () => undefined,
    onFrame: (frame) => {
      if (frame.frame.case === "bookmark") cursor = frame.frame.value.cursor;
    },
    onLost: () => log.push("lost"),
    onCursorRefused: () => {
      log.push("refused");
      cursor = "";
    },
    onWatchGone: () => log.push("watch gone"),
    onSignedOut: () => log.push("signed out"),
    wait: () => Promise.resolve(),
  };
  return { run: () => follow(follower, life.signal), log };
}

describe("follow", () => {
  it("comes back with the cursor after a line broke", async () => {
    const { run, log } = scripted([{ frames: [bookmark("c1")], error: new ConnectError("gone", Code.Unavailable) }]);
    await run();
    expect(log).toEqual(["open ", "lost", "open c1"]);
  });

  it("says that the watch is gone and goes on", async () => {
    const { run, log } = scripted([{ frames: [], error: new ConnectError("no such watch", Code.NotFound) }]);
    await run();
    expect(log).toEqual(["open ", "watch gone", "lost", "open "]);
  });

  it("starts anew when the server refuses the cursor", async () => {
    const { run, log } = scripted([{ frames: [bookmark("c1")] }, { frames: [], error: new ConnectError("too old", Code.OutOfRange) }]);
    await run();
    expect(log).toEqual(["open ", "lost", "open c1", "refused", "lost", "open "]);
  });

  it("ends when the browser is signed out", async () => {
    const { run, log } = scripted([{ frames: [], error: new ConnectError("who", Code.Unauthenticated) }]);
    await run();
    expect(log).toEqual(["open ", "signed out"]);
  });
});

describe("waitBefore", () => {
  it("doubles up to a bound and never passes it", () => {
    expect([1, 2, 3].map((attempt) => waitBefore(attempt, 1))).toEqual([1000, 2000, 4000]);
    for (let attempt = 1; attempt < 100; attempt++) expect(waitBefore(attempt, 1)).toBeLessThanOrEqual(15_000);
  });
});
