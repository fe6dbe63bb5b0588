import { describe, expect, it } from "vitest";
import { TargetKind, TimePrecision, TlpLabel } from "#api/terms_pb";
import { type Draft, reportOf } from "./draft.ts";
import { noSource } from "./said.ts";

const draft: Draft = {
  type: "s16", place: " Gao ", placeId: 0, country: "ML", spot: "", when: "2024-09-17T23:30", precision: TimePrecision.DAY, ongoing: "", killed: "", wounded: "", abducted: "",
  target: TargetKind.UNSPECIFIED, complex: false, separate: false, text: "",
};

describe("reportOf", () => {
  it("sends a day as the local date that it is", () => {
    expect(reportOf(draft, noSource).occurred).toEqual({ precision: TimePrecision.DAY, localDate: "2024-09-17" });
  });

  it("leaves unknown what was left empty, and keeps a zero", () => {
    expect(reportOf(draft, noSource).casualties).toEqual([]);
    expect(reportOf({ ...draft, killed: "0" }, noSource).casualties).toEqual([{ killed: { best: 0 } }]);
    expect(reportOf(draft, noSource)).not.toHaveProperty("complexAttack");
  });

  it("names a place that was picked by its id, so that no other of that name is meant", () => {
    expect(reportOf({ ...draft, placeId: 2457163 }, noSource).sites?.[0]?.reference?.by).toEqual({ case: "geonamesId", value: 2457163 });
  });

  it("names who may read it", () => {
    expect(reportOf(draft, { ...noSource, tlp: TlpLabel.RED, recipients: ["amina"] })).toMatchObject({ tlp: TlpLabel.RED, recipients: ["amina"] });
  });

  it("names the place without the blanks around it", () => {
    expect(reportOf(draft, noSource).sites?.[0]?.reference?.by).toEqual({ case: "named", value: { name: "Gao", countryCode: "ML" } });
  });
});
