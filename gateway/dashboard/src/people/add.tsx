import { useState } from "preact/hooks";
import type { CreateInvitationResponse } from "#api/access_service_pb";
import { Role } from "#api/people_pb";
import { access } from "../api/access.ts";
import { Choice } from "../parts/choice.tsx";
import { Failure } from "../parts/failure.tsx";
import { useSending } from "../parts/sent.ts";
import { words } from "../words/words.ts";
import { Invited } from "./invited.tsx";
import { RoleChoice } from "./roles.tsx";
import { idFrom } from "./standing.ts";

interface Draft {
  readonly name: string;
  /** As typed; empty: made of the name. */
  readonly id: string;
  readonly roles: readonly Role[];
  readonly language: string;
}

const empty: Draft = { name: "", id: "", roles: [Role.OFFICER], language: "" };

/** Adds somebody to an organisation and invites their first device, in one go. */
export function AddPerson({ organisation, onChanged }: { organisation: string; onChanged: () => void }) {
  const { people } = words.value;
  const [draft, setDraft] = useState(empty);
  const [invited, setInvited] = useState("");
  const sending = useSending<CreateInvitationResponse>(() => {
    setInvited(draft.name);
    setDraft(empty);
    onChanged();
  });
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const id = draft.id || idFrom(draft.name);
  return (
    <>
      <form class="form" onSubmit={(event) => {
        event.preventDefault();
        const name = `${organisation}/people/${id}`;
        // Both calls share the id: the server keeps it for each act, so that a repeat after a broken line makes neither twice.
        sending.send(async (requestId) => {
          await access.createPerson({ requestId: `${requestId}.person`, parent: organisation, person: { name, displayName: draft.name, roles: [...draft.roles], language: draft.language } });
          return access.createInvitation({ requestId, parent: name });
        });
      }}>
        <div class="pair">
          <label>{people.name}<input required maxLength={100} autoComplete="off" value={draft.name} onInput={(event) => set({ name: event.currentTarget.value })} /></label>
          <label>{people.id}<input maxLength={63} pattern="[a-z][a-z0-9.\-]*" required={idFrom(draft.name) === ""} placeholder={idFrom(draft.name)} autoComplete="off" value={draft.id} onInput={(event) => set({ id: event.currentTarget.value })} /></label>
          <Choice label={people.language} value={draft.language} options={[{ value: "", label: people.languageDefault }, { value: "en", label: "English" }, { value: "fr", label: "Français" }]} onChoose={(language) => set({ language })} />
        </div>
        <p class="hint">{people.idHint}</p>
        <RoleChoice roles={draft.roles} onRoles={(roles) => set({ roles })} />
        <p class="actions"><button type="submit" class="main" disabled={sending.busy || draft.roles.length === 0}>{people.addAndInvite}</button></p>
        <Failure text={sending.failure} />
      </form>
      {sending.answer ? <Invited answer={sending.answer} who={invited} onDone={sending.clear} /> : null}
    </>
  );
}
