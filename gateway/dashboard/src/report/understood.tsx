import type { SubmitTextResponse } from "#api/ingest_service_pb";
import type { Report } from "#api/report_pb";
import { MarkedText } from "../incident/marked.tsx";
import { rangeText, whenText } from "../terms/incident.ts";
import { words } from "../words/words.ts";

function typeOfReport(report: Report): string {
  const { terms } = words.value;
  return (report.type.case === "localType" ? terms.locals[report.type.value] : terms.subEvents[report.type.value ?? 0]) ?? "";
}

function placeText(report: Report): string {
  return report.sites.map(({ place }) => [...new Set([place?.name, place?.admin1]), place?.countryCode].filter(Boolean).join(", ") + (place?.label ? ` (${place.label})` : "")).join("; ");
}

function Card({ report }: { report: Report }) {
  const { incident, report: texts, terms } = words.value;
  const zone = report.sites[0]?.place?.timeZone ?? "";
  const tolls = report.casualties.flatMap((toll) => [
    [rangeText(toll.killed), incident.killed], [rangeText(toll.wounded), incident.wounded], [rangeText(toll.abducted), incident.abducted], [rangeText(toll.attackersKilled), incident.attackers],
  ]).filter(([count]) => count).map((pair) => pair.join(" "));
  return (
    <li class="understood">
      <dl class="facts">
        <dt>{texts.type}</dt><dd><b>{typeOfReport(report)}</b></dd>
        <dt>{texts.place}</dt><dd>{placeText(report) || texts.nothingKnown}</dd>
        <dt>{incident.when}</dt><dd>{whenText(report.occurred, zone) || texts.nothingKnown}{report.occurred?.ongoing ? ` · ${incident.ongoing}` : ""}</dd>
        <dt>{incident.tolls}</dt><dd>{tolls.join(", ") || texts.nothingKnown}</dd>
        {report.actors.length > 0 ? <><dt>{incident.actors}</dt><dd>{report.actors.map((actor) => actor.name).join(", ")}</dd></> : null}
        {report.targets.length > 0 ? <><dt>{incident.targets}</dt><dd>{report.targets.map((target) => terms.targets[target] ?? "").join(", ")}</dd></> : null}
        {report.statements.length > 0 ? <><dt>{incident.statements}</dt><dd>{report.statements.map((statement) => [terms.standings[statement.standing], statement.text].filter(Boolean).join(": ")).join("; ")}</dd></> : null}
        {report.access.length > 0 ? <><dt>{words.value.access.title}</dt><dd>{report.access.map((effect) => effect.city?.place?.name ?? "").filter(Boolean).join(", ")}</dd></> : null}
      </dl>
      <MarkedText text={report.text} evidence={report.evidence} />
    </li>
  );
}

/** What a text was understood to tell: its reports with the words behind each field, what was left out and why, and what was assumed. */
export function Understood({ answer }: { answer: SubmitTextResponse }) {
  const { report } = words.value;
  return (
    <>
      {answer.reports.length === 0 ? <p><b>{report.previewNone}</b></p> : null}
      <ol class="understood-list">{answer.reports.map((item, index) => <Card key={index} report={item} />)}</ol>
      {answer.leftOut.length > 0 ? (
        <>
          <h3>{report.leftOut}</h3>
          <ul class="list">{answer.leftOut.map((item, index) => <li key={index}><q>{item.words}</q> <span class="soft">{item.reason}</span></li>)}</ul>
        </>
      ) : null}
      {answer.notes.length > 0 ? <><h3>{report.notes}</h3><ul class="list">{answer.notes.map((note, index) => <li key={index}>{note}</li>)}</ul></> : null}
    </>
  );
}
