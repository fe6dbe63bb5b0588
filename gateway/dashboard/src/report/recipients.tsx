import { useState } from "preact/hooks";
import type { Colleague } from "#api/access_service_pb";
import { access } from "../api/access.ts";
import { Failure } from "../parts/failure.tsx";
import { useLoaded } from "../parts/loaded.ts";
import { plain } from "../now/places.tsx";
import { words } from "../words/words.ts";

const page = 500;
// More than that are looked for by name.
const mostShown = 12;

async function colleagues(signal: AbortSignal): Promise<readonly Colleague[]> {
  const me = await access.getMe({}, { signal });
  const found: Colleague[] = [];
  let pageToken = "";
  do {
    const answer = await access.listColleagues({ parent: me.organisation, pageSize: page, pageToken }, { signal });
    found.push(...answer.colleagues);
    pageToken = answer.nextPageToken;
  } while (pageToken);
  // The author reads it anyway.
  return found.filter((one) => one.subject !== me.subject).sort((a, b) => a.displayName.localeCompare(b.displayName));
}

/** Who of the own organisation may read a RED report, chosen by name; nobody else ever sees it. */
export function Recipients({ chosen, onChosen }: { chosen: readonly string[]; onChosen: (recipients: readonly string[]) => void }) {
  const { report, shell } = words.value;
  const [sought, setSought] = useState("");
  const asked = useLoaded(colleagues, []);
  const all = asked.value ?? [];
  const found = all.filter((one) => chosen.includes(one.subject) || plain(`${one.displayName} ${one.subject}`).includes(plain(sought)));
  const shown = [...found.filter((one) => chosen.includes(one.subject)), ...found.filter((one) => !chosen.includes(one.subject)).slice(0, mostShown)];
  return (
    <fieldset class="plain-set recipients">
      <legend>{report.recipients}</legend>
      <Failure text={asked.failure} retry={asked.reload} />
      {asked.value || asked.failure ? null : <p class="soft" role="status">{shell.loading}</p>}
      {asked.value && all.length === 0 ? <p class="soft">{report.recipientsNobody}</p> : null}
      {all.length > mostShown ? <label><span class="hidden">{report.recipientsFind}</span><input type="search" placeholder={report.recipientsFind} value={sought} onInput={(event) => setSought(event.currentTarget.value)} /></label> : null}
      {shown.map((one) => (
        <label key={one.subject} class="check">
          <input type="checkbox" checked={chosen.includes(one.subject)} onChange={(event) => onChosen(event.currentTarget.checked ? [...chosen, one.subject] : chosen.filter((other) => other !== one.subject))} />
          <span>{one.displayName} <span class="soft">{one.subject}</span></span>
        </label>
      ))}
      {chosen.length === 0 && all.length > 0 ? <p class="hint">{report.recipientsNone}</p> : null}
    </fieldset>
  );
}
