import { useState } from "preact/hooks";
import type { CreateInvitationResponse } from "#api/access_service_pb";
import type { Invitation, Person, SignInKey } from "#api/people_pb";
import { access } from "../api/access.ts";
import { deviceTime } from "../live/state.ts";
import { Failure } from "../parts/failure.tsx";
import { useSending } from "../parts/sent.ts";
import { Sure } from "../parts/sure.tsx";
import { Time } from "../parts/time.tsx";
import { words } from "../words/words.ts";
import { Invited } from "./invited.tsx";
import { Keys } from "./keys.tsx";
import { RoleChoice, rolesText } from "./roles.tsx";
import { isGood, isOpen, lastId } from "./standing.ts";

/** One person: what they may do, their devices, and their open invitations. */
export function PersonItem({ person, keys, invitations, own, onChanged }: { person: Person; keys: readonly SignInKey[]; invitations: readonly Invitation[]; own: string; onChanged: () => void }) {
  const { people } = words.value;
  const [editing, setEditing] = useState(false);
  const inviting = useSending<CreateInvitationResponse>(onChanged);
  const suspending = useSending<unknown>(onChanged);
  const good = keys.filter((key) => isGood(key, deviceTime.value)).length;
  const open = invitations.filter((invitation) => isOpen(invitation, deviceTime.value));
  const suspend = (suspended: boolean) => suspending.send(() => access.updatePerson({ person: { name: person.name, suspended }, updateMask: { paths: ["suspended"] } }));
  return (
    <li class="panel stack">
      <h3>{person.displayName} <span class="soft id">{lastId(person.name)}</span> {person.suspended ? <span class="tag priority">{people.suspended}</span> : null}</h3>
      <p>{rolesText(person.roles)}</p>
      {editing ? <Edit person={person} onDone={() => {
        setEditing(false);
        onChanged();
      }} onCancel={() => setEditing(false)} /> : (
        <p class="actions">
          {person.suspended ? null : <button type="button" disabled={inviting.busy} onClick={() => inviting.send((requestId) => access.createInvitation({ requestId, parent: person.name }))}>{people.invite}</button>}
          <button type="button" onClick={() => setEditing(true)}>{people.edit}</button>
          {person.suspended
            ? <button type="button" disabled={suspending.busy} onClick={() => suspend(false)}>{people.resume}</button>
            : <Sure label={people.suspend} ask={people.suspendAsk} busy={suspending.busy} onSure={() => suspend(true)} />}
        </p>
      )}
      <Failure text={inviting.failure || suspending.failure} />
      {inviting.answer ? <Invited answer={inviting.answer} who={person.displayName} onDone={inviting.clear} /> : null}
      {open.map((invitation) => <Open key={invitation.name} invitation={invitation} onChanged={onChanged} />)}
      <details>
        <summary>{people.keys(good)}</summary>
        <Keys keys={keys} own={own} onChanged={onChanged} />
      </details>
    </li>
  );
}

function Open({ invitation, onChanged }: { invitation: Invitation; onChanged: () => void }) {
  const { people } = words.value;
  const cancelling = useSending<unknown>(onChanged);
  return (
    <div class="open-invitation">
      <p class="note">{people.openUntil} <Time time={invitation.expireTime} age={false} /></p>
      <button type="button" disabled={cancelling.busy} onClick={() => cancelling.send(() => access.revokeInvitation({ name: invitation.name }))}>{people.cancelInvitation}</button>
      <Failure text={cancelling.failure} />
    </div>
  );
}

function Edit({ person, onDone, onCancel }: { person: Person; onDone: () => void; onCancel: () => void }) {
  const { people, shell } = words.value;
  const [name, setName] = useState(person.displayName);
  const [roles, setRoles] = useState(person.roles);
  const sending = useSending<unknown>(onDone);
  return (
    <form class="form" onSubmit={(event) => {
      event.preventDefault();
      sending.send(() => access.updatePerson({ person: { name: person.name, displayName: name, roles }, updateMask: { paths: ["display_name", "roles"] } }));
    }}>
      <label>{people.name}<input required maxLength={100} value={name} onInput={(event) => setName(event.currentTarget.value)} /></label>
      <RoleChoice roles={roles} onRoles={setRoles} />
      <p class="actions"><button type="submit" class="main" disabled={sending.busy || roles.length === 0}>{people.save}</button><button type="button" onClick={onCancel}>{shell.cancel}</button></p>
      <Failure text={sending.failure} />
    </form>
  );
}
