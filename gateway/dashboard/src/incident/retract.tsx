import { useState } from "preact/hooks";
import { RetractionScope } from "#api/ingest_service_pb";
import { ingest } from "../api/ingest.ts";
import { Choice } from "../parts/choice.tsx";
import { Failure } from "../parts/failure.tsx";
import { useSending } from "../parts/sent.ts";
import { words } from "../words/words.ts";

/** Withdraws one report, or all of its origin, with the reason that officers will read; or takes back an analyst's judgement. */
export function RetractReport({ name, judgement, onDone }: { name: string; judgement: boolean; onDone: () => void }) {
  const { review } = words.value;
  const [scope, setScope] = useState<RetractionScope>(RetractionScope.REPORT);
  const [reason, setReason] = useState("");
  const sending = useSending<{ names: string[] }>(onDone);
  return (
    <details class="no-print">
      <summary>{judgement ? review.undo : review.retract}</summary>
      <form class="form" onSubmit={(event) => {
        event.preventDefault();
        sending.send((requestId) => ingest.retractReport({ requestId, name, scope, reason }));
      }}>
        {judgement ? null : <p class="note">{review.retractNote}</p>}
        {judgement ? null : <Choice label={review.retract} value={scope} options={[{ value: RetractionScope.REPORT, label: review.retract }, { value: RetractionScope.ORIGIN, label: review.retractOrigin }]} onChoose={(value) => setScope(Number(value))} />}
        <label>{review.reason}<textarea required maxLength={500} rows={2} value={reason} onInput={(event) => setReason(event.currentTarget.value)} /><span class="hint">{review.reasonHint}</span></label>
        <p class="actions"><button type="submit" disabled={sending.busy}>{review.do}</button></p>
        {sending.answer ? <p class="done" role="status">{review.withdrawn(sending.answer.names.length)}</p> : null}
        <Failure text={sending.failure} />
      </form>
    </details>
  );
}
