import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { useState } from "preact/hooks";
import { risk } from "../api/clients.ts";
import { fieldOf } from "../city/asof.tsx";
import { now } from "../live/state.ts";
import { Failure } from "../parts/failure.tsx";
import { useSending } from "../parts/sent.ts";
import { words } from "../words/words.ts";

const threeDaysMs = 3 * 24 * 3_600_000;

/** An adviser's all-clear of a situation: it took place and is over. */
export function ClearForm({ situation, onDone }: { situation: string; onDone: () => void }) {
  const { signing } = words.value;
  const [rationale, setRationale] = useState("");
  const sending = useSending<unknown>(onDone);
  return (
    <form class="form" onSubmit={(event) => {
      event.preventDefault();
      sending.send((requestId) => risk.clearSituation({ requestId, name: situation, rationale }));
    }}>
      <p class="note">{signing.clearNote}</p>
      <label>{signing.why}<textarea required maxLength={500} rows={2} value={rationale} onInput={(event) => setRationale(event.currentTarget.value)} /><span class="hint">{signing.whyHint}</span></label>
      <p class="actions"><button type="submit" class="main" disabled={sending.busy}>{signing.clearDo}</button></p>
      {sending.answer ? <p class="done" role="status">{signing.done}</p> : null}
      <Failure text={sending.failure} />
    </form>
  );
}

/** Holds what a situation forces, so that it does not fall for want of news; or lifts that hold. */
export function HoldForm({ situation, onDone }: { situation: string; onDone: () => void }) {
  const { signing } = words.value;
  const [until, setUntil] = useState(fieldOf(now.value + threeDaysMs));
  const [rationale, setRationale] = useState("");
  const sending = useSending<unknown>(onDone);
  const send = (lift: boolean) => (event: Event): void => {
    event.preventDefault();
    sending.send((requestId) => risk.holdFloor({ requestId, name: situation, rationale, lift, ...(lift ? {} : { untilTime: timestampFromMs(Date.parse(`${until}:00Z`)) }) }));
  };
  return (
    <form class="form" onSubmit={send(false)}>
      <label>{signing.until} (UTC)<input type="datetime-local" required value={until} onInput={(event) => setUntil(event.currentTarget.value)} /></label>
      <label>{signing.why}<textarea required maxLength={500} rows={2} value={rationale} onInput={(event) => setRationale(event.currentTarget.value)} /><span class="hint">{signing.whyHint}</span></label>
      <p class="actions"><button type="submit" class="main" disabled={sending.busy}>{signing.holdDo}</button><button type="button" disabled={sending.busy || rationale === ""} onClick={send(true)}>{signing.lift}</button></p>
      {sending.answer ? <p class="done" role="status">{signing.done}</p> : null}
      <Failure text={sending.failure} />
    </form>
  );
}
