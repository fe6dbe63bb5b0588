import { AccessState } from "#api/terms_pb";
import type { AccessPicture, AccessWay } from "#api/threat_pb";
import { now } from "../live/state.ts";
import { ago, dateOnly, millis } from "../terms/when.ts";
import { words } from "../words/words.ts";

/** Index of a state among the words; one that this page does not know counts as the worst. */
export function accessIndex(state: AccessState): number {
  return state >= 0 && state <= 4 ? state : AccessState.CUT_OFF;
}

/** "roads to the north". */
export function wayName(way: AccessWay): string {
  const { terms, access } = words.value;
  return [terms.accessAspects[way.aspect] ?? "", way.axis ? access.axis(way.axis) : ""].filter(Boolean).join(" ");
}

/** A state of access: a word in a frame, so that it is never taken for a level. */
export function AccessTag({ state }: { state: AccessState }) {
  const index = accessIndex(state);
  return <span class={`access access-${index}`}>{words.value.access.title}: <b>{words.value.terms.accessStates[index]}</b></span>;
}

/** How a city can be reached, in one line beside its level. Nothing when nothing was ever heard. */
export function AccessLine({ picture }: { picture: AccessPicture | undefined }) {
  if (!picture) return null;
  const bad = picture.ways.filter((way) => accessIndex(way.state) > AccessState.OPEN).slice(0, 4).map((way) => `${wayName(way)} ${words.value.terms.accessStates[accessIndex(way.state)] ?? ""}`);
  const since = millis(picture.sinceTime);
  const heard = millis(picture.lastHeardTime);
  const rest = [bad.join(", "), since === undefined ? "" : words.value.access.since(dateOnly(since)), heard === undefined ? "" : words.value.access.heard(ago(heard, now.value))];
  return <span class="access-line"><AccessTag state={picture.state} /> <span class="soft">{rest.filter(Boolean).join("; ")}</span></span>;
}
