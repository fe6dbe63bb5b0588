import { create } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { EvidenceSchema } from "#api/report_pb";
import { kindOf, piecesOf } from "./spans.ts";

const evidence = (field: string, start: number, length: number) => create(EvidenceSchema, { field, start, length });

describe("piecesOf", () => {
  it("gives the whole text back, whatever the evidence", () => {
    const text = "Deux morts à Gao, dit un témoin 👩‍⚕️.";
    for (let seed = 1; seed < 200; seed++) {
      const spans = Array.from({ length: seed % 6 }, (_, index) => evidence(`f${index}`, (seed * 7919 * (index + 1)) % 50 - 5, (seed * 104729 * (index + 2)) % 20));
      expect(piecesOf(text, spans).map((piece) => piece.text).join("")).toBe(text);
    }
  });

  it("marks overlaps with both fields", () => {
    expect(piecesOf("abcdef", [evidence("x", 0, 4), evidence("y", 2, 4)])).toEqual([
      { text: "ab", fields: ["x"] }, { text: "cd", fields: ["x", "y"] }, { text: "ef", fields: ["y"] },
    ]);
  });

  it("leaves out what lies outside of the text and what is only assumed", () => {
    expect(piecesOf("abc", [evidence("x", 2, 9), evidence("y", -1, 2), evidence("z", 0, 0)])).toEqual([{ text: "abc", fields: [] }]);
  });
});

describe("kindOf", () => {
  it("is the first word of a field", () => expect([kindOf("casualties[0].killed"), kindOf("sub_event_type"), kindOf("")]).toEqual(["casualties", "sub", ""]));
});
