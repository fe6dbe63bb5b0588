import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { useState } from "preact/hooks";
import { OverrideDirection } from "#api/assessment_pb";
import { risk } from "../api/clients.ts";
import { fieldOf } from "../city/asof.tsx";
import { now } from "../live/state.ts";
import { Choice, optionsOf } from "../parts/choice.tsx";
import { Failure } from "../parts/failure.tsx";
import { useSending } from "../parts/sent.ts";
import { words } from "../words/words.ts";
import { AreaChoice, areaName } from "./area.tsx";

const dayMs = 24 * 3_600_000;

/** Overrides the levels of an area for a time. */
export function OverrideForm({ city, country, onDone }: { city: string; country: string; onDone: () => void }) {
  const { signing, terms } = words.value;
  const [area, setArea] = useState("city");
  const [level, setLevel] = useState(4);
  const [direction, setDirection] = useState<OverrideDirection>(OverrideDirection.UP);
  const [until, setUntil] = useState(fieldOf(now.value + dayMs));
  const [rationale, setRationale] = useState("");
  const sending = useSending<unknown>(onDone);
  return (
    <form class="form" onSubmit={(event) => {
      event.preventDefault();
      sending.send((requestId) => risk.overrideLevel({ requestId, area: areaName(area, city, country), level, direction, rationale, endTime: timestampFromMs(Date.parse(`${until}:00Z`)) }));
    }}>
      <AreaChoice area={area} city={city} country={country} onChoose={setArea} />
      <Choice label={signing.direction} value={direction} options={[{ value: OverrideDirection.UP, label: signing.up }, { value: OverrideDirection.DOWN, label: signing.down }]} onChoose={(value) => setDirection(Number(value))} />
      <div class="pair">
        <Choice label={signing.level} value={level} options={optionsOf(terms.levels.map((name, number) => `${number} ${name}`))} onChoose={(value) => setLevel(Number(value))} />
        <label>{signing.until} (UTC)<input type="datetime-local" required value={until} onInput={(event) => setUntil(event.currentTarget.value)} /></label>
      </div>
      <label>{signing.why}<textarea required maxLength={500} rows={3} value={rationale} onInput={(event) => setRationale(event.currentTarget.value)} /><span class="hint">{signing.whyHint}</span></label>
      <p class="actions"><button type="submit" class="main" disabled={sending.busy}>{signing.overrideDo}</button></p>
      {sending.answer ? <p class="done" role="status">{signing.done}</p> : null}
      <Failure text={sending.failure} />
    </form>
  );
}
