import { TlpLabel } from "#api/terms_pb";
import { ReportState } from "#api/report_pb";
import { ingest } from "../api/ingest.ts";
import { Grade } from "../incident/sources.tsx";
import { MarkedText } from "../incident/marked.tsx";
import { RetractReport } from "../incident/retract.tsx";
import { Failure } from "../parts/failure.tsx";
import { useLoaded } from "../parts/loaded.ts";
import { ExerciseTag } from "../parts/urgency.tsx";
import { href, idOf } from "../shell/route.ts";
import { rangeText, whenText } from "../terms/incident.ts";
import { words } from "../words/words.ts";

/** One report as it was told: the only way to see one under TLP:RED, which is part of no incident. */
export function Told({ id }: { id: string }) {
  const { report: texts, incident, terms, shell, now } = words.value;
  const asked = useLoaded((signal) => ingest.getReport({ name: `reports/${id}` }, { signal }), [id]);
  const report = asked.value?.report;
  const site = report?.sites[0];
  const zone = site?.place?.timeZone ?? "";
  const toll = report?.casualties[0];
  const losses = ([[incident.killed, toll?.killed], [incident.wounded, toll?.wounded], [incident.abducted, toll?.abducted]] as const).flatMap(([name, range]) => (rangeText(range) ? [`${name}: ${rangeText(range)}`] : []));
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{texts.toldTitle}</h1>
      <Failure text={asked.failure} retry={asked.reload} />
      {report || asked.failure ? null : <p class="soft" role="status">{shell.loading}</p>}
      {report ? (
        <section class="panel stack">
          <p class="tags"><span class={report.tlp === TlpLabel.RED ? "tag flash" : "tag"}>TLP:{terms.tlp[report.tlp]}</span>{report.exercise ? <ExerciseTag /> : null}</p>
          <p class="soft">{texts.tlpNotes[report.tlp]}</p>
          {report.state === ReportState.RETRACTED ? <p class="failure">{incident.retracted} {report.retractionReason}</p> : null}
          <dl class="facts">
            <dt>{texts.type}</dt><dd>{(report.type.case === "localType" ? terms.locals[report.type.value] : terms.subEvents[report.type.value ?? 0]) ?? ""}</dd>
            <dt>{texts.place}</dt><dd>{[site?.reference?.label, site?.place?.name, site?.place?.admin1, site?.place?.countryCode].filter(Boolean).join(", ")}</dd>
            <dt>{incident.when}</dt><dd>{whenText(report.occurred, zone)}</dd>
            {losses.length > 0 ? <><dt>{incident.tolls}</dt><dd>{losses.join(", ")}</dd></> : null}
            <dt>{now.whoSaysSo}</dt><dd>{report.source?.name || now.sourceNotNamed} <Grade reliability={report.source?.reliability ?? 0} credibility={report.source?.credibility ?? 0} /></dd>
            {report.recipients.length > 0 ? <><dt>{texts.recipients}</dt><dd>{report.recipients.join(", ")}</dd></> : null}
          </dl>
          {report.text ? <MarkedText text={report.text} evidence={report.evidence} /> : <p class="soft">{incident.textNone}</p>}
          {report.incident ? <p><a href={href("incident", idOf(report.incident))}>{texts.open}</a></p> : null}
          {report.state === ReportState.RETRACTED ? null : <RetractReport name={report.name} judgement={Boolean(report.reviewedIncident)} onDone={asked.reload} />}
        </section>
      ) : null}
    </div>
  );
}
