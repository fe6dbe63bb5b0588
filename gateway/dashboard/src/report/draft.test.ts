import { describe, expect, it } from "vitest";
import { TargetKind, TimePrecision } from "#api/terms_pb";
import { type Draft, reportOf } from "./draft.ts";
import { noSource } from "./source.tsx";

const draft: Draft = {
  type: "s16", place: " Gao ", country: "ML", spot: "", when: "2024-09-17T23:30", precision: TimePrecision.DAY, ongoing: "", killed: "", wounded: "", abducted: "",
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

  it("names the place without the blanks around it", () => {
    expect(reportOf(draft, noSource).sites?.[0]?.reference?.by).toEqual({ case: "named", value: { name: "Gao", countryCode: "ML" } });
  });
});
