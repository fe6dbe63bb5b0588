import type { Invitation, Organisation, Person, SignInKey } from "#api/people_pb";
import { access } from "../api/access.ts";

const page = 500;

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string;
}

async function every<T>(ask: (pageToken: string) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let token = "";
  do {
    const answer = await ask(token);
    items.push(...answer.items);
    token = answer.next;
  } while (token);
  return items;
}

/** Every organisation that the caller manages, by id. */
export function allOrganisations(signal: AbortSignal): Promise<Organisation[]> {
  return every((pageToken) => access.listOrganisations({ pageSize: page, pageToken }, { signal }).then((answer) => ({ items: answer.organisations, next: answer.nextPageToken })));
}

/** Everybody of an organisation, by id. */
export function allPeople(parent: string, signal: AbortSignal): Promise<Person[]> {
  return every((pageToken) => access.listPeople({ parent, pageSize: page, pageToken }, { signal }).then((answer) => ({ items: answer.people, next: answer.nextPageToken })));
}

/** Every key of an organisation that the caller may see, the newest first. */
export function allKeys(parent: string, signal: AbortSignal): Promise<SignInKey[]> {
  return every((pageToken) => access.listKeys({ parent, pageSize: page, pageToken }, { signal }).then((answer) => ({ items: answer.keys, next: answer.nextPageToken })));
}

/** Every invitation of an organisation, the newest first. */
export function allInvitations(parent: string, signal: AbortSignal): Promise<Invitation[]> {
  return every((pageToken) => access.listInvitations({ parent, pageSize: page, pageToken }, { signal }).then((answer) => ({ items: answer.invitations, next: answer.nextPageToken })));
}
