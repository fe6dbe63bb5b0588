import { create } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { LocalType, LocalTypeSchema, SubEventTypeSchema, TargetKindSchema, type ThreatLevel, ThreatLevelSchema, AccessStateSchema, VerificationSchema, StandingSchema, ClaimantKindSchema, ThreatCategorySchema } from "#api/terms_pb";
import { SituationStateSchema, AlertActionSchema } from "#api/alert_pb";
import { CasualtyRangeSchema } from "#api/report_pb";
import { termsEn } from "../words/terms.en.ts";
import { termsFr } from "../words/terms.fr.ts";
import { chanceOf } from "./chance.ts";
import { rangeText } from "./incident.ts";
import { levelNumber } from "./level.ts";
import { attackChoices, localChoices, typeOf } from "./types.ts";
import { ageOf, localDate } from "./when.ts";

describe("chanceOf", () => {
  it.each([[0, "<1 %", 0], [0.0099, "<1 %", 0], [0.01, "1 %", 100], [0.11, "11 %", 9], [0.5, "50 %", 2], [0.74, "74 %", 1], [0.75, "75 %", 0], [0.999, ">99 %", 0]])("%f is %s, 1 in %i", (probability, percent, oneIn) => {
    expect(chanceOf(probability)).toEqual({ percent, oneIn });
  });
});

describe("words", () => {
  // A new number of the API without a word would show an empty tag.
  it.each([
    ["levels", ThreatLevelSchema], ["subEvents", SubEventTypeSchema], ["locals", LocalTypeSchema], ["targets", TargetKindSchema], ["accessStates", AccessStateSchema], ["states", SituationStateSchema],
    ["actions", AlertActionSchema], ["verifications", VerificationSchema], ["standings", StandingSchema], ["claimants", ClaimantKindSchema], ["categories", ThreatCategorySchema],
  ] as const)("has one of %s for each number, in both languages", (name, schema) => {
    expect(termsEn[name]).toHaveLength(schema.values.length);
    expect(termsFr[name]).toHaveLength(schema.values.length);
  });

  it("offers every type to a reporter once", () => {
    expect(new Set(attackChoices().map(({ value }) => value)).size).toBe(SubEventTypeSchema.values.length - 1);
    expect(localChoices()).toHaveLength(LocalTypeSchema.values.length - 1);
    expect(typeOf("l7")).toEqual({ localType: LocalType.ROAD_CLOSURE });
  });
});

describe("rangeText", () => {
  const range = (low?: number, best?: number, high?: number) => rangeText(create(CasualtyRangeSchema, { ...(low === undefined ? {} : { low }), ...(best === undefined ? {} : { best }), ...(high === undefined ? {} : { high }) }));
  it("never makes a zero of what nobody said", () => {
    expect(range()).toBe("");
    expect(rangeText(undefined)).toBe("");
    expect(range(undefined, 0)).toBe("0");
  });
  it("says how far a figure is known", () => {
    expect([range(4, 5, 7), range(4), range(undefined, undefined, 7), range(4, undefined, 7), range(5, 5, 5)]).toEqual(["5 (4–7)", "≥ 4", "≤ 7", "4–7", "5"]);
  });
});

describe("levelNumber", () => {
  it("takes an unknown level for the highest", () => expect(levelNumber(9 as ThreatLevel)).toBe(6));
});

describe("when", () => {
  it("never shifts a local date", () => expect(localDate("2024-09-17")).toContain("17"));
  it("never gives a negative age", () => expect(ageOf(2000, 1000)).toEqual([0, "minute"]));
});
