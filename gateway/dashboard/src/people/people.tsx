import "../style/people.css";
import { useState } from "preact/hooks";
import type { GetMeResponse } from "#api/access_service_pb";
import { Role } from "#api/people_pb";
import { access } from "../api/access.ts";
import { Failure } from "../parts/failure.tsx";
import { useLoaded } from "../parts/loaded.ts";
import { words } from "../words/words.ts";
import { AddPerson } from "./add.tsx";
import { allInvitations, allKeys, allOrganisations, allPeople } from "./all.ts";
import { Keys } from "./keys.tsx";
import { Organisations } from "./organisations.tsx";
import { PersonItem } from "./person.tsx";

/** Who may use this, on which devices. Administrators see to their organisation, everybody else to the own devices. */
export function People() {
  const { people, shell } = words.value;
  const asked = useLoaded((signal) => access.getMe({}, { signal }), []);
  const me = asked.value;
  const manages = me?.roles.some((role) => role === Role.ADMINISTRATOR || role === Role.INSTALLATION);
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{people.title}</h1>
      <Failure text={asked.failure} retry={asked.reload} />
      {me || asked.failure ? null : <p class="soft" role="status">{shell.loading}</p>}
      {me ? (manages ? <Managed me={me} /> : <Own me={me} />) : null}
    </div>
  );
}

function Managed({ me }: { me: GetMeResponse }) {
  const [chosen, setChosen] = useState(me.organisation);
  const installation = me.roles.includes(Role.INSTALLATION);
  const organisations = useLoaded((signal) => (installation ? allOrganisations(signal) : Promise.resolve([])), []);
  return (
    <>
      <Failure text={organisations.failure} retry={organisations.reload} />
      {installation && organisations.value ? <Organisations all={organisations.value} own={me.organisation} chosen={chosen} onChoose={setChosen} onChanged={organisations.reload} /> : null}
      <Roster key={chosen} organisation={chosen} own={me.key} />
    </>
  );
}

function Roster({ organisation, own }: { organisation: string; own: string }) {
  const { people, shell } = words.value;
  const asked = useLoaded(async (signal) => {
    const [persons, keys, invitations] = await Promise.all([allPeople(organisation, signal), allKeys(organisation, signal), allInvitations(organisation, signal)]);
    return { persons, keys, invitations };
  }, [organisation]);
  return (
    <>
      <p class="soft">{people.note}</p>
      <Failure text={asked.failure} retry={asked.reload} />
      {asked.value || asked.failure ? null : <p class="soft" role="status">{shell.loading}</p>}
      {asked.value?.persons.length === 0 ? <p class="quiet">{people.none}</p> : null}
      <ul class="stack" aria-label={people.title}>
        {asked.value?.persons.map((person) => (
          <PersonItem key={person.name} person={person} own={own} onChanged={asked.reload}
            keys={asked.value?.keys.filter((key) => key.person === person.name) ?? []}
            invitations={asked.value?.invitations.filter((invitation) => invitation.person === person.name) ?? []} />
        ))}
      </ul>
      <section class="panel stack" aria-labelledby="add-person"><h2 id="add-person">{people.add}</h2><AddPerson organisation={organisation} onChanged={asked.reload} /></section>
    </>
  );
}

function Own({ me }: { me: GetMeResponse }) {
  const { people, shell } = words.value;
  const asked = useLoaded((signal) => allKeys(me.organisation, signal), []);
  return (
    <section class="panel stack" aria-labelledby="own-devices">
      <h2 id="own-devices">{people.ownDevices}</h2>
      <p class="soft">{people.ownNote}</p>
      <Failure text={asked.failure} retry={asked.reload} />
      {asked.value || asked.failure ? null : <p class="soft" role="status">{shell.loading}</p>}
      {asked.value ? <Keys keys={asked.value} own={me.key} onChanged={asked.reload} /> : null}
    </section>
  );
}
