import { useState } from "preact/hooks";
import type { SimulateResponse } from "#api/risk_service_pb";
import { AcuteStanding, SubEventType } from "#api/terms_pb";
import { risk } from "../api/clients.ts";
import { Choice, optionsOf } from "../parts/choice.tsx";
import { Failure } from "../parts/failure.tsx";
import { LevelStep } from "../parts/level.tsx";
import { useSending } from "../parts/sent.ts";
import { typeChoices, typeOf } from "../terms/types.ts";
import { urgencyName } from "../terms/urgency.ts";
import { words } from "../words/words.ts";

function Answer({ answer }: { answer: SimulateResponse }) {
  const { whatIf, terms } = words.value;
  const incident = answer.incidents[0];
  return (
    <div class="what-if" role="status">
      <p><b>{whatIf.notReal}</b></p>
      <p>{whatIf.result}: <LevelStep before={answer.present?.level ?? 0} after={answer.simulated?.level ?? 0} /></p>
      {incident && incident.urgency > 0 ? <p><span class={`tag ${urgencyName(incident.urgency)}`}>{terms.urgencies[urgencyName(incident.urgency)]}</span></p> : null}
      {answer.differences.length === 0 ? <p class="soft">{whatIf.same}</p> : null}
      <ul class="list">
        {answer.differences.map((difference, index) => (
          <li key={index}>{difference.before ? <><span class="soft">{whatIf.is}</span> {difference.before} </> : null}{difference.after ? <><span class="soft">{whatIf.wouldBe}</span> {difference.after}</> : null}</li>
        ))}
      </ul>
    </div>
  );
}

/** Asks what the level would be, had something happened. Nothing is stored. */
export function WhatIf({ id }: { id: string }) {
  const { whatIf, terms } = words.value;
  const [type, setType] = useState(`s${SubEventType.ATTACK}`);
  const [killed, setKilled] = useState("3");
  const [hours, setHours] = useState("0");
  const [distance, setDistance] = useState("0");
  const [standing, setStanding] = useState<AcuteStanding>(AcuteStanding.CORROBORATED);
  const [ongoing, setOngoing] = useState(true);
  const sending = useSending<SimulateResponse>();
  return (
    <section class="panel" aria-labelledby="what-if">
      <h2 id="what-if">{whatIf.title}</h2>
      <p class="soft note">{whatIf.note}</p>
      <form class="form" onSubmit={(event) => {
        event.preventDefault();
        sending.send(() => risk.simulate({
          name: `cities/${id}/threat`,
          incidents: [{
            ...typeOf(type), ...(killed === "" ? {} : { killed: Number(killed) }), standing, ongoing,
            when: { case: "hoursAgo", value: Number(hours) }, where: { case: "distanceKm", value: Number(distance) },
          }],
        }));
      }}>
        <Choice label={whatIf.type} value={type} options={typeChoices()} onChoose={setType} />
        <div class="pair">
          <label>{whatIf.killed}<input type="number" inputMode="numeric" min={0} max={1_000_000} placeholder={whatIf.killedUnknown} value={killed} onInput={(event) => setKilled(event.currentTarget.value)} /></label>
          <label>{whatIf.hours}<input type="number" inputMode="numeric" required min={0} max={87_600} value={hours} onInput={(event) => setHours(event.currentTarget.value)} /></label>
          <label>{whatIf.distance}<input type="number" inputMode="decimal" required min={0} max={500} step="any" value={distance} onInput={(event) => setDistance(event.currentTarget.value)} /></label>
        </div>
        <Choice label={whatIf.standing} value={standing} options={optionsOf(terms.acuteStandings)} onChoose={(value) => setStanding(Number(value))} />
        <label class="check"><input type="checkbox" checked={ongoing} onChange={(event) => setOngoing(event.currentTarget.checked)} />{whatIf.ongoing}</label>
        <p class="actions"><button type="submit" disabled={sending.busy}>{whatIf.ask}</button></p>
      </form>
      <Failure text={sending.failure} />
      {sending.answer ? <Answer answer={sending.answer} /> : null}
    </section>
  );
}
