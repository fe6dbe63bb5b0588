import type { LocalType, SubEventType } from "#api/terms_pb";
import type { Option } from "../parts/choice.tsx";
import { words } from "../words/words.ts";

// The order in which an officer looks for them: what is reported most comes first.
const usual = [16, 3, 12, 13, 11, 10, 14, 17, 15, 7, 8, 4, 5, 6, 9, 23, 19, 2, 1, 20, 21, 22, 24, 18, 25];

/** Types as one list: "s16" is number 16 of the ACLED types, "l7" number 7 of the local ones. */
export function typeChoices(): Option[] {
  return [...attackChoices(), ...localChoices()];
}

/** The ACLED types. */
export function attackChoices(): Option[] {
  return usual.map((number) => ({ value: `s${number}`, label: words.value.terms.subEvents[number] ?? "" }));
}

/** What ACLED omits: crime, access and hazards. */
export function localChoices(): Option[] {
  return words.value.terms.locals.map((label, number) => ({ value: `l${number}`, label })).slice(1);
}

/** The type of the API behind a choice; the other one stays unset. */
export function typeOf(choice: string): { subEventType?: SubEventType; localType?: LocalType } {
  const number = Number(choice.slice(1));
  return choice.startsWith("l") ? { localType: number } : { subEventType: number };
}
