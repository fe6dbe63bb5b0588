import { signal } from "@preact/signals";
import { keep } from "../shell/settings.ts";

const key = "watch";

function kept(): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** The watch that this device follows, "watches/{id}": only its alerts are shown and ring here. Empty: everything that the caller may see. */
export const followed = signal(kept());

/** What the person calls it, for the first page; empty until it was read. Never kept on the device. */
export const followedName = signal("");

/** Follows a watch on this device, or everything. */
export function followWatch(name: string, displayName = ""): void {
  followed.value = name;
  followedName.value = displayName;
  keep(key, name);
}
