import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { describe, expect, it } from "vitest";
import { InvitationSchema, SignInKeySchema } from "#api/people_pb";
import { idFrom, isGood, isOpen, lastId } from "./standing.ts";

const noon = Date.UTC(2026, 10, 29, 12);

describe("isGood", () => {
  it("ends with revocation and with its time", () => {
    expect(isGood(create(SignInKeySchema, {}), noon)).toBe(true);
    expect(isGood(create(SignInKeySchema, { expireTime: timestampFromMs(noon + 1) }), noon)).toBe(true);
    expect(isGood(create(SignInKeySchema, { expireTime: timestampFromMs(noon) }), noon)).toBe(false);
    expect(isGood(create(SignInKeySchema, { revokeTime: timestampFromMs(noon - 1) }), noon)).toBe(false);
  });
});

describe("isOpen", () => {
  it("ends with its use, its withdrawal and its time", () => {
    const expireTime = timestampFromMs(noon + 1);
    expect(isOpen(create(InvitationSchema, { expireTime }), noon)).toBe(true);
    expect(isOpen(create(InvitationSchema, { expireTime, acceptTime: timestampFromMs(noon - 1) }), noon)).toBe(false);
    expect(isOpen(create(InvitationSchema, { expireTime, revokeTime: timestampFromMs(noon - 1) }), noon)).toBe(false);
    expect(isOpen(create(InvitationSchema, { expireTime: timestampFromMs(noon) }), noon)).toBe(false);
  });
});

describe("idFrom", () => {
  it.each([["Amina Diallo", "amina.diallo"], ["Éloïse  N’Diaye-Ba", "eloise.n.diaye.ba"], ["  7 Moussa. ", "moussa"], ["أمينة", ""], ["a".repeat(70), "a".repeat(63)]])("makes of %s an id that the server takes", (name, id) => {
    expect(idFrom(name)).toBe(id);
    if (id) expect(id).toMatch(/^[a-z][a-z0-9.-]{0,62}$/);
  });
});

describe("lastId", () => {
  it("is what follows the last slash", () => expect(lastId("organisations/local/people/amina")).toBe("amina"));
});
