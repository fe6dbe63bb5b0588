import { useState } from "preact/hooks";
import type { Organisation } from "#api/people_pb";
import { access } from "../api/access.ts";
import { Choice } from "../parts/choice.tsx";
import { Failure } from "../parts/failure.tsx";
import { useSending } from "../parts/sent.ts";
import { Sure } from "../parts/sure.tsx";
import { language } from "../shell/settings.ts";
import { words } from "../words/words.ts";
import { idFrom, lastId } from "./standing.ts";

/** The organisations of the installation: which one is looked at, and a new one. For whoever manages all of them. */
export function Organisations({ all, own, chosen, onChoose, onChanged }: { all: readonly Organisation[]; own: string; chosen: string; onChoose: (name: string) => void; onChanged: () => void }) {
  const { people } = words.value;
  const now = all.find((organisation) => organisation.name === chosen);
  const suspending = useSending<unknown>(onChanged);
  const suspend = (suspended: boolean) => suspending.send(() => access.updateOrganisation({ organisation: { name: chosen, suspended }, updateMask: { paths: ["suspended"] } }));
  return (
    <section class="panel stack" aria-labelledby="organisations">
      <h2 id="organisations">{people.organisations}</h2>
      <div class="form">
        <Choice label={people.organisation} value={chosen} options={all.map((organisation) => ({ value: organisation.name, label: `${organisation.displayName} (${lastId(organisation.name)})${organisation.suspended ? `: ${people.suspended}` : ""}` }))} onChoose={onChoose} />
        {chosen === own ? null : <p class="actions">
          {now?.suspended
            ? <button type="button" disabled={suspending.busy} onClick={() => suspend(false)}>{people.resume}</button>
            : <Sure label={people.suspendOrganisation} ask={people.suspendOrganisationAsk(now?.displayName ?? chosen)} busy={suspending.busy} onSure={() => suspend(true)} />}
        </p>}
        <Failure text={suspending.failure} />
      </div>
      <details>
        <summary>{people.addOrganisation}</summary>
        <AddOrganisation onAdded={(name) => {
          onChanged();
          onChoose(name);
        }} />
      </details>
    </section>
  );
}

function AddOrganisation({ onAdded }: { onAdded: (name: string) => void }) {
  const { people } = words.value;
  const [name, setName] = useState("");
  const [id, setId] = useState("");
  const sending = useSending<string>((made) => {
    setName("");
    setId("");
    onAdded(made);
  });
  const suggested = idFrom(name).replaceAll(".", "-");
  return (
    <form class="form" onSubmit={(event) => {
      event.preventDefault();
      sending.send(async (requestId) => {
        const made = `organisations/${id || suggested}`;
        await access.createOrganisation({ requestId, organisation: { name: made, displayName: name, language: language.value } });
        return made;
      });
    }}>
      <div class="pair">
        <label>{people.name}<input required maxLength={100} value={name} onInput={(event) => setName(event.currentTarget.value)} /></label>
        <label>{people.id}<input maxLength={63} pattern="[a-z][a-z0-9\-]*" required={suggested === ""} placeholder={suggested} value={id} onInput={(event) => setId(event.currentTarget.value)} /></label>
      </div>
      <p class="note soft">{people.addOrganisationNote}</p>
      <p class="actions"><button type="submit" disabled={sending.busy}>{people.addOrganisation}</button></p>
      <Failure text={sending.failure} />
    </form>
  );
}
