import { create } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { AlertSchema, SituationState } from "#api/alert_pb";
import { CityThreatSchema } from "#api/threat_pb";
import { changesSince, seenNow } from "./seen.ts";

const alert = (situation: string, revision: number, state = SituationState.ACTIVE) => create(AlertSchema, { situation, situationRevision: BigInt(revision), state });
const threat = (geonamesId: number, level: number) => create(CityThreatSchema, { city: { geonamesId }, level });

describe("changesSince", () => {
  it("tells nothing on the first look", () => {
    expect(changesSince(undefined, [alert("a", 1)], [threat(1, 3)])).toEqual([]);
  });

  it("tells what is new, what went on, what ended, and which level moved", () => {
    const seen = seenNow(0, [alert("a", 1), alert("b", 1)], [threat(1, 3), threat(2, 4)], undefined);
    const changes = changesSince(seen, [alert("a", 1), alert("b", 2), alert("c", 1), alert("d", 3, SituationState.CLEARED)], [threat(1, 5), threat(2, 2), threat(3, 6)]);
    expect(changes.map(({ kind }) => kind)).toEqual(["more", "new", "ended", "up", "down"]);
  });

  it("keeps the level of a place that was not loaded this time", () => {
    const first = seenNow(0, [], [threat(1, 3)], undefined);
    expect(seenNow(1, [], [threat(2, 2)], first).levels).toEqual({ 1: 3, 2: 2 });
  });
});
