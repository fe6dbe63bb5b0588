import type { Invitation, SignInKey } from "#api/people_pb";
import { millis } from "../terms/when.ts";

/** Whether a key opens the door at an instant of the device's clock: neither revoked nor run out. */
export function isGood(key: SignInKey, time: number): boolean {
  return !key.revokeTime && (millis(key.expireTime) ?? Infinity) > time;
}

/** Whether an invitation can still be used at an instant of the device's clock. */
export function isOpen(invitation: Invitation, time: number): boolean {
  return !invitation.acceptTime && !invitation.revokeTime && (millis(invitation.expireTime) ?? 0) > time;
}

/** "organisations/local/people/amina" → "amina". */
export function lastId(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

/** An id that is allowed, made of what people are called: "Amina Diallo" → "amina.diallo". Empty when nothing of the name can be in an id. */
export function idFrom(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, ".").replace(/^[^a-z]+|\.+$/g, "").slice(0, 63).replace(/\.+$/, "");
}
