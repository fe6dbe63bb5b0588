import { durationFromMs } from "@bufbuild/protobuf/wkt";
import { useState } from "preact/hooks";
import type { Watch } from "#api/watch_pb";
import { notify } from "../api/clients.ts";
import { now } from "../live/state.ts";
import { Choice } from "../parts/choice.tsx";
import { Failure } from "../parts/failure.tsx";
import { useSending } from "../parts/sent.ts";
import { millis, shortTime } from "../terms/when.ts";
import { words } from "../words/words.ts";

const hourMs = 3_600_000;
const lengths = [1, 4, 8, 24, 72, 168];

/** Keeps a watch quiet for a while, or ends that. What rings all the same is said beside it. */
export function SilenceForm({ watch, onDone }: { watch: Watch; onDone: () => void }) {
  const { watches } = words.value;
  const [hours, setHours] = useState(8);
  const [note, setNote] = useState("");
  const sending = useSending<unknown>(onDone);
  const until = millis(watch.silence?.endTime);
  if (until !== undefined && until > now.value) {
    return (
      <div class="stack">
        <p>{watches.silenced(shortTime(until, Intl.DateTimeFormat().resolvedOptions().timeZone))}{watch.silence?.note ? ` (${watch.silence.note})` : ""}. <span class="soft">{watches.stillRings}</span></p>
        <p><button type="button" disabled={sending.busy} onClick={() => sending.send(() => notify.updateWatch({ watch: { name: watch.name, etag: watch.etag }, updateMask: { paths: ["silence"] } }))}>{watches.silenceEnd}</button></p>
        <Failure text={sending.failure} />
      </div>
    );
  }
  return (
    <details>
      <summary>{watches.silence}</summary>
      <form class="form" onSubmit={(event) => {
        event.preventDefault();
        sending.send(() => notify.updateWatch({ watch: { name: watch.name, etag: watch.etag, silence: { length: durationFromMs(hours * hourMs), note } }, updateMask: { paths: ["silence"] } }));
      }}>
        <p class="note soft">{watches.stillRings}</p>
        <div class="pair">
          <Choice label={watches.silenceFor} value={hours} options={lengths.map((value) => ({ value, label: watches.hours(value) }))} onChoose={(value) => setHours(Number(value))} />
          <label>{watches.silenceNote}<input maxLength={200} value={note} onInput={(event) => setNote(event.currentTarget.value)} /></label>
        </div>
        <p class="actions"><button type="submit" disabled={sending.busy}>{watches.silenceDo}</button></p>
        <Failure text={sending.failure} />
      </form>
    </details>
  );
}
