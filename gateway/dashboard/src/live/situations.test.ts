import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { describe, expect, it } from "vitest";
import { type AlertSchema, SituationState } from "#api/alert_pb";
import { StreamAlertsResponseSchema } from "#api/notify_service_pb";
import { ThreatLevel, Urgency } from "#api/terms_pb";
import { inSight, nothingYet, type Situations, take, withoutCursor } from "./situations.ts";

const noon = Date.UTC(2024, 8, 17, 12);

function alertFrame(alert: MessageInitShape<typeof AlertSchema>, cursor = "", snapshot = false) {
  return create(StreamAlertsResponseSchema, { frame: { case: "alert", value: { alert: { issueTime: timestampFromMs(noon), ...alert }, cursor, snapshot } } });
}

function subscribed(snapshotSize: number, cursor = "c0") {
  return create(StreamAlertsResponseSchema, { frame: { case: "subscribed", value: { snapshotSize, cursor } } });
}

const names = (state: Situations) => inSight(state, noon).map((alert) => alert.situation);

describe("take", () => {
  it("keeps what was known until a snapshot is whole", () => {
    let state = take(take(nothingYet, subscribed(1)), alertFrame({ situation: "a", situationRevision: 1n }, "c1", true));
    state = take(withoutCursor(state), subscribed(2, "c5"));
    state = take(state, alertFrame({ situation: "b", situationRevision: 1n }, "", true));
    expect(names(state)).toEqual(["a"]);
    expect(state.cursor).toBe("");
    state = take(state, alertFrame({ situation: "c", situationRevision: 1n }, "c5", true));
    expect(names(state).sort()).toEqual(["b", "c"]);
    expect(state.cursor).toBe("c5");
  });

  it("empties the screen when nothing is active", () => {
    const full = take(take(nothingYet, subscribed(1)), alertFrame({ situation: "a", situationRevision: 1n }, "c1", true));
    expect(names(take(withoutCursor(full), subscribed(0)))).toEqual([]);
  });

  it("goes on from a cursor without losing what is shown", () => {
    const full = take(take(nothingYet, subscribed(1)), alertFrame({ situation: "a", situationRevision: 1n }, "c1", true));
    expect(names(take(full, subscribed(0, "c1")))).toEqual(["a"]);
  });

  it("ignores a lower revision and hides what is superseded", () => {
    let state = take(nothingYet, alertFrame({ situation: "a", situationRevision: 3n, headline: "new" }, "c3"));
    state = take(state, alertFrame({ situation: "a", situationRevision: 2n, headline: "old" }, "c4"));
    expect(state.byName.get("a")?.headline).toBe("new");
    state = take(state, alertFrame({ situation: "b", situationRevision: 1n, supersedes: ["a"] }, "c5"));
    expect(names(state)).toEqual(["b"]);
  });

  it("does not take the cursor of a line that closed in the middle of a snapshot", () => {
    const half = take(take(nothingYet, subscribed(2)), alertFrame({ situation: "a", situationRevision: 1n }, "", true));
    const closing = create(StreamAlertsResponseSchema, { frame: { case: "closing", value: { cursor: "c9" } } });
    expect(take(half, closing).cursor).toBe("");
  });

  it("says since when it is blind, and that it sees again", () => {
    const bookmark = (blind?: number) => create(StreamAlertsResponseSchema, { frame: { case: "bookmark", value: { cursor: "c", ...(blind === undefined ? {} : { blindSinceTime: timestampFromMs(blind) }) } } });
    const blind = take(nothingYet, bookmark(noon));
    expect(blind.blindSince).toBe(noon);
    expect(take(blind, bookmark()).blindSince).toBeUndefined();
  });
});

describe("inSight", () => {
  it("puts the graver first, then the more urgent, and what ended last", () => {
    let state = nothingYet;
    for (const [situation, urgency, floor, stands] of [
      ["ended", Urgency.FLASH, ThreatLevel.EXTREME, SituationState.CLEARED], ["routine", Urgency.ROUTINE, ThreatLevel.UNSPECIFIED, SituationState.ACTIVE],
      ["extreme", Urgency.ROUTINE, ThreatLevel.EXTREME, SituationState.ACTIVE], ["unknown urgency", Urgency.UNSPECIFIED, ThreatLevel.UNSPECIFIED, SituationState.ACTIVE],
      ["priority", Urgency.PRIORITY, ThreatLevel.UNSPECIFIED, SituationState.QUIET],
    ] as const) state = take(state, alertFrame({ situation, urgency, floor, state: stands, situationRevision: 1n }, "c"));
    expect(names(state)).toEqual(["unknown urgency", "extreme", "priority", "routine", "ended"]);
  });

  it("shows how a situation ended for half an hour", () => {
    const state = take(nothingYet, alertFrame({ situation: "a", state: SituationState.CANCELLED, situationRevision: 2n }, "c"));
    expect(inSight(state, noon + 29 * 60_000)).toHaveLength(1);
    expect(inSight(state, noon + 31 * 60_000)).toHaveLength(0);
  });
});
