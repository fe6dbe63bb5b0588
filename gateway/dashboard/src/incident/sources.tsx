import type { Incident, IncidentReport } from "#api/incident_pb";
import type { Report } from "#api/report_pb";
import { fullTime, millis } from "../terms/when.ts";
import { words } from "../words/words.ts";
import { MarkedText } from "./marked.tsx";
import { RetractReport } from "./retract.tsx";

/** "C3" of the Admiralty code, with what it says. F and 6 are "cannot be judged", which is not bad. */
export function Grade({ reliability, credibility }: { reliability: number; credibility: number }) {
  const { terms } = words.value;
  const letter = reliability > 0 ? "ABCDEF"[reliability - 1] : "F";
  const number = credibility > 0 ? credibility : 6;
  return <span class="grade"><b>{letter}{number}</b> <span class="soft">{[...new Set([terms.reliabilities[reliability || 6], terms.credibilities[number]])].join(", ")}</span></span>;
}

/** Number of origins that count as independent: an unknown one never does. */
export function originsOf(reports: readonly IncidentReport[]): number {
  return new Set(reports.map((report) => report.origin).filter(Boolean)).size;
}

/** The sources side by side: who, of what kind, how far to trust them, what they say in their own words. */
export function Sources({ incident, reports, zone, onChanged }: { incident: Incident; reports: ReadonlyMap<string, Report>; zone: string; onChanged: () => void }) {
  const { incident: texts, terms, now } = words.value;
  const origins = originsOf(incident.reports);
  const firstOf = new Map<string, string>();
  for (const report of incident.reports) if (report.origin && !firstOf.has(report.origin)) firstOf.set(report.origin, report.source || now.sourceNotNamed);
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{texts.sources} <span class="soft">({origins > 1 ? `${origins} ${texts.independent}` : texts.notOne})</span></h2>
      <ul class="sources">
        {incident.reports.map((entry, index) => {
          const report = reports.get(entry.report);
          const said = millis(entry.statementTime) ?? millis(entry.acceptTime);
          const same = incident.reports.slice(0, index).some((other) => other.origin && other.origin === entry.origin) ? firstOf.get(entry.origin) : undefined;
          return (
            <li key={entry.report} class="panel">
              <h3>{entry.source || now.sourceNotNamed}</h3>
              <p class="soft">{terms.claimants[entry.kind]} · {terms.standings[entry.standing]}{said === undefined ? "" : ` · ${fullTime(said, zone)}`}</p>
              <p>{texts.grade}: <Grade reliability={entry.reliability} credibility={entry.credibility} /></p>
              {same ? <p class="soft">{texts.origin} {same}</p> : null}
              {report?.text ? <MarkedText text={report.text} evidence={report.evidence} /> : <p class="soft">{texts.textNone}</p>}
              <RetractReport name={entry.report} judgement={Boolean(report?.reviewedIncident)} onDone={onChanged} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
