import { describe, expect, it } from "vitest";
import { href, parseRoute } from "./route.ts";

describe("parseRoute", () => {
  it("reads back what href wrote", () => {
    const { page, id, query } = parseRoute(href("city", "a/b c", { at: "2024-09-17T05:00:00Z", known: "now" }));
    expect([page, id, query.get("at"), query.get("known")]).toEqual(["city", "a/b c", "2024-09-17T05:00:00Z", "now"]);
  });
  it("takes an empty address for the first page", () => expect(parseRoute("").page).toBe("now"));
});
