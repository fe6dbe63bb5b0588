import { create } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { ForecastSchema, LevelReasonSchema } from "#api/threat_pb";
import { en } from "../words/en.ts";
import { fr } from "../words/fr.ts";
import { reasonText, skillText } from "./said.ts";

describe("skillText", () => {
  const pending = create(ForecastSchema, { skillPending: true });
  const known = create(ForecastSchema, {});

  it("says that it is being worked out, in both languages", () => {
    expect(skillText(pending, undefined, en)).toBe("being worked out: the chance may move a little");
    expect(skillText(pending, undefined, fr)).toBe("en cours de calcul : la probabilité peut bouger un peu");
  });

  it("shows no figure while it is being worked out", () => {
    expect(skillText(pending, 0.4, en)).not.toMatch(/[0-9]/);
  });

  it.each([[undefined, "not measured yet"], [0.214, "21 % better than the long-term rate"], [-0.05, "5 % worse than the long-term rate"]])("%s is %s", (skill, text) => {
    expect(skillText(known, skill, en)).toBe(text);
  });
});

describe("reasonText", () => {
  const reason = create(LevelReasonSchema, { text: "What happens now forces level 5.", texts: { fr: "Ce qui se passe maintenant impose le niveau 5." } });

  it("is in the reader's language", () => {
    expect(reasonText(reason, "fr")).toBe("Ce qui se passe maintenant impose le niveau 5.");
    expect(reasonText(reason, "en")).toBe("What happens now forces level 5.");
  });

  it("is in English where nobody has written French", () => {
    expect(reasonText(create(LevelReasonSchema, { text: "New." }), "fr")).toBe("New.");
    expect(reasonText(create(LevelReasonSchema, { text: "New.", texts: { fr: "" } }), "fr")).toBe("New.");
  });
});
