import { useState } from "preact/hooks";
import { AccessAspect, AccessState } from "#api/terms_pb";
import type { CityThreat } from "#api/threat_pb";
import { risk } from "../api/clients.ts";
import { now } from "../live/state.ts";
import { accessIndex, AccessTag, wayName } from "../parts/access.tsx";
import { Choice, optionsOf } from "../parts/choice.tsx";
import { Failure } from "../parts/failure.tsx";
import { useSending } from "../parts/sent.ts";
import { ago, dateOnly, millis } from "../terms/when.ts";
import { words } from "../words/words.ts";
import { Reasons } from "./levels.tsx";

function TellAccess({ id, onTold }: { id: string; onTold: () => void }) {
  const { accessForm, terms, signing } = words.value;
  const [state, setState] = useState<AccessState>(AccessState.CONSTRAINED);
  const [aspect, setAspect] = useState<AccessAspect>(AccessAspect.UNSPECIFIED);
  const [text, setText] = useState("");
  const sending = useSending<unknown>(onTold);
  return (
    <form class="form" onSubmit={(event) => {
      event.preventDefault();
      sending.send((requestId) => risk.reportAccess({ requestId, name: `cities/${id}/threat`, state, aspect, text }));
    }}>
      <div class="pair">
        <Choice label={accessForm.state} value={state} options={optionsOf(terms.accessStates)} onChoose={(value) => setState(Number(value))} />
        <Choice label={accessForm.aspect} value={aspect} options={optionsOf(terms.accessAspects, 0)} onChoose={(value) => setAspect(Number(value))} />
      </div>
      <label>{accessForm.text}<textarea required maxLength={500} rows={2} value={text} onInput={(event) => setText(event.currentTarget.value)} /><span class="hint">{signing.whyHint} {accessForm.easing}</span></label>
      <p class="actions"><button type="submit" class="main" disabled={sending.busy}>{accessForm.send}</button></p>
      {sending.answer ? <p class="done" role="status">{accessForm.done}</p> : null}
      <Failure text={sending.failure} />
    </form>
  );
}

/** How the city can be reached, by each way, since when and who said so last; and the form to tell it. */
export function AccessPanel({ id, threat, mayTell, onTold }: { id: string; threat: CityThreat; mayTell: boolean; onTold: () => void }) {
  const { access, accessForm, terms } = words.value;
  const picture = threat.access;
  const heard = millis(picture?.lastHeardTime);
  const since = millis(picture?.sinceTime);
  return (
    <section class="panel" aria-labelledby="access">
      <h2 id="access">{access.title}</h2>
      {picture ? (
        <p><AccessTag state={picture.state} /> <span class="soft">{[since === undefined ? "" : access.since(dateOnly(since)), heard === undefined ? "" : access.heard(ago(heard, now.value))].filter(Boolean).join("; ")}</span></p>
      ) : <p class="soft">{access.never}</p>}
      {picture && picture.ways.length > 0 ? (
        <ul class="list">
          {picture.ways.map((way, index) => {
            const wayHeard = millis(way.lastHeardTime);
            return (
              <li key={index}>
                <b>{wayName(way)}</b>: {terms.accessStates[accessIndex(way.state)]}
                <span class="soft">{way.toward.length > 0 ? ` ${access.toward(way.toward.slice(0, 3).join(", "))}` : ""}{wayHeard === undefined ? "" : `; ${access.heard(ago(wayHeard, now.value))}`}</span>
              </li>
            );
          })}
        </ul>
      ) : null}
      {picture && picture.reasons.length > 0 ? <Reasons reasons={picture.reasons} /> : null}
      {mayTell ? <details><summary>{accessForm.title}</summary><TellAccess id={id} onTold={onTold} /></details> : null}
    </section>
  );
}
