import { useState } from "preact/hooks";
import { Role } from "#api/people_pb";
import { access } from "../api/access.ts";
import { forget } from "../live/saved.ts";
import { now, serverStatus, situations } from "../live/state.ts";
import { useLoaded } from "../parts/loaded.ts";
import { Time } from "../parts/time.tsx";
import { DataAge } from "../shell/life.tsx";
import { ago, millis } from "../terms/when.ts";
import { DeadLetters } from "./dead.tsx";
import { Me } from "./me.tsx";
import { words } from "../words/words.ts";

/** Whether the system moves: its parts, what waits, what could not be handled, and how new the newest data is. */
export function System() {
  const { system, shell } = words.value;
  const told = serverStatus.value;
  const [forgotten, setForgotten] = useState(false);
  const me = useLoaded((signal) => access.getMe({}, { signal }), []);
  const installation = me.value?.roles.includes(Role.INSTALLATION) ?? false;
  const dead = told?.parts.reduce((sum, part) => sum + Number(part.deadLetters), 0) ?? 0;
  const complete = millis(told?.completeThroughTime) ?? situations.value.completeThrough;
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{system.title}</h1>
      {told ? null : <p class="soft" role="status">{shell.loading}</p>}
      {told ? (
        <section class="panel stack">
          <p class={told.healthy ? "done" : "failure"} role="status"><b>{told.healthy ? system.healthy : system.notHealthy}</b></p>
          <dl class="facts">
            <dt>{system.age}</dt><dd>{complete === undefined ? "–" : ago(complete, now.value)}</dd>
            <dt>{system.complete}</dt><dd><Time time={told.completeThroughTime} age={false} /></dd>
            <dt>{system.time}</dt><dd><Time time={told.domainTime} age={false} /></dd>
            <dt>{system.version}</dt><dd>{told.version}</dd>
          </dl>
          <DataAge />
        </section>
      ) : null}
      {told ? (
        <section class="panel">
          <h2>{system.parts}</h2>
          <div class="scroll" tabIndex={0} role="group" aria-label={system.parts}>
            <table class="table">
              <thead><tr><th scope="col">{system.part}</th><th scope="col">{system.state}</th><th scope="col">{system.outbox}</th><th scope="col">{system.dead}</th></tr></thead>
              <tbody>
                {told.parts.map((part) => (
                  <tr key={part.name}>
                    <th scope="row">{part.name}</th>
                    <td>{part.healthy ? system.moves : <b class="bad">{system.stuck}: {part.detail}</b>}</td>
                    <td class="number">{String(part.outboxRows)}</td>
                    <td class={part.deadLetters > 0n ? "number bad" : "number"}>{String(part.deadLetters)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {dead > 0 && !installation ? <p class="note">{system.deadNote}</p> : null}
        </section>
      ) : null}
      {dead > 0 && installation ? <DeadLetters count={dead} /> : null}
      <Me asked={me} />
      <section class="panel">
        <h2>{system.install}</h2>
        <p class="soft">{system.keptNote}</p>
        <p class="actions"><button type="button" onClick={() => { forget(); setForgotten(true); }}>{system.forget}</button>{forgotten ? <span role="status">{system.forgotten}</span> : null}</p>
      </section>
    </div>
  );
}
