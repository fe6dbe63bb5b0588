import type { Incident } from "#api/incident_pb";
import { claimantText } from "../terms/incident.ts";
import { millis, shortTime } from "../terms/when.ts";
import { words } from "../words/words.ts";

/** Claims, denials and "under control" side by side, each with who says it. None of them replaces another. */
export function Statements({ incident, zone }: { incident: Incident; zone: string }) {
  const { incident: texts, terms } = words.value;
  if (incident.statements.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="statements">
      <h2 id="statements">{texts.statements}</h2>
      <ul class="list">
        {incident.statements.map((statement, index) => {
          const at = millis(statement.statementTime);
          return (
            <li key={index}>
              <b>{claimantText(statement.claimant)[0]}</b> <span class={`standing standing-${statement.standing}`}>{terms.standings[statement.standing]}</span> <span class="soft">{terms.subjects[statement.subject]}{at === undefined ? "" : ` · ${shortTime(at, zone)}`}</span>
              {statement.text ? <p>{statement.text}</p> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
