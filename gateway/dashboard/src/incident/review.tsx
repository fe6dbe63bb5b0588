import { useState } from "preact/hooks";
import { ReviewVerdict } from "#api/ingest_service_pb";
import { TlpLabel } from "#api/terms_pb";
import { ingest } from "../api/ingest.ts";
import { Choice } from "../parts/choice.tsx";
import { Failure } from "../parts/failure.tsx";
import { useSending } from "../parts/sent.ts";
import { words } from "../words/words.ts";

const labels = [TlpLabel.AMBER_STRICT, TlpLabel.GREEN, TlpLabel.CLEAR];

/** An analyst's judgement of an incident. It stands beside what the others say, and withdrawing it takes it back. */
export function ReviewForm({ incident, onDone }: { incident: string; onDone: () => void }) {
  const { review, report, terms } = words.value;
  const [verdict, setVerdict] = useState<ReviewVerdict>(ReviewVerdict.CONFIRM);
  const [tlp, setTlp] = useState<TlpLabel>(TlpLabel.AMBER_STRICT);
  const [reason, setReason] = useState("");
  const sending = useSending<unknown>(onDone);
  return (
    <form class="form" onSubmit={(event) => {
      event.preventDefault();
      sending.send((requestId) => ingest.reviewIncident({ requestId, name: incident, verdict, reason, tlp }));
    }}>
      <p class="note">{review.reviewNote}</p>
      <div class="pair">
        <Choice label={review.verdict} value={verdict} options={[{ value: ReviewVerdict.CONFIRM, label: review.confirm }, { value: ReviewVerdict.DISPUTE, label: review.dispute }]} onChoose={(value) => setVerdict(Number(value))} />
        <Choice label={report.tlp} value={tlp} options={labels.map((label) => ({ value: label, label: `TLP:${terms.tlp[label] ?? ""}` }))} onChoose={(value) => setTlp(Number(value))} />
      </div>
      <label>{review.reason}<textarea required maxLength={500} rows={2} value={reason} onInput={(event) => setReason(event.currentTarget.value)} /><span class="hint">{review.reasonHint}</span></label>
      <p class="actions"><button type="submit" class="main" disabled={sending.busy}>{review.judge}</button></p>
      {sending.answer ? <p class="done" role="status">{review.done}</p> : null}
      <Failure text={sending.failure} />
    </form>
  );
}
