import type { Incident } from "#api/incident_pb";
import type { CasualtyStatement } from "#api/report_pb";
import { bestOf, claimantText, contradict, counts, rangeText } from "../terms/incident.ts";
import { millis, shortTime } from "../terms/when.ts";
import { words } from "../words/words.ts";

/** Losses as each claimant gives them, side by side; unknown stays unknown. */
export function Tolls({ incident, zone }: { incident: Incident; zone: string }) {
  const { incident: texts } = words.value;
  if (incident.casualties.length === 0) return null;
  const used = counts.filter((count) => incident.casualties.some((statement) => bestOf(statement[count]) !== undefined));
  const names = { killed: texts.killed, wounded: texts.wounded, abducted: texts.abducted, attackersKilled: texts.attackers };
  const row = (statement: CasualtyStatement) => used.map((count) => <td key={count} class="number">{rangeText(statement[count]) || <span class="soft">{texts.unknown}</span>}</td>);
  return (
    <section class="panel" aria-labelledby="tolls">
      <h2 id="tolls">{texts.tolls}</h2>
      {contradict(incident.casualties) ? <p class="failure">{texts.contradict}</p> : null}
      <div class="scroll" tabIndex={0} role="group" aria-labelledby="tolls">
        <table class="table">
          <thead><tr><th scope="col">{texts.sources}</th>{used.map((count) => <th key={count} scope="col">{names[count]}</th>)}</tr></thead>
          <tbody>
            {incident.casualties.map((statement, index) => {
              const [name, kind] = claimantText(statement.claimant);
              const at = millis(statement.statementTime);
              return (
                <tr key={index}>
                  <th scope="row">{name} <span class="soft">{[kind, at === undefined ? "" : shortTime(at, zone)].filter(Boolean).join(", ")}</span></th>
                  {row(statement)}
                </tr>
              );
            })}
            {incident.casualtyEstimate ? <tr class="reckon"><th scope="row">{texts.reckon}</th>{row(incident.casualtyEstimate)}</tr> : null}
          </tbody>
        </table>
      </div>
    </section>
  );
}
