import { useState } from "preact/hooks";
import { ThreatCategory, type ThreatLevel } from "#api/terms_pb";
import { risk } from "../api/clients.ts";
import { now } from "../live/state.ts";
import { Choice, optionsOf } from "../parts/choice.tsx";
import { Failure } from "../parts/failure.tsx";
import { useSending } from "../parts/sent.ts";
import { words } from "../words/words.ts";
import { AreaChoice, areaName } from "./area.tsx";

const reviewAfterMs = 30 * 24 * 3_600_000;

/** Signs the assessed level of a city or its country. */
export function SignForm({ city, country, level: first, onDone }: { city: string; country: string; level: ThreatLevel; onDone: () => void }) {
  const { signing, terms } = words.value;
  const [area, setArea] = useState("city");
  const [level, setLevel] = useState<number>(first || 3);
  const [category, setCategory] = useState<ThreatCategory>(ThreatCategory.ARMED_CONFLICT);
  const [rationale, setRationale] = useState("");
  const [reviewDate, setReviewDate] = useState(new Date(now.value + reviewAfterMs).toISOString().slice(0, 10));
  const sending = useSending<unknown>(onDone);
  return (
    <form class="form" onSubmit={(event) => {
      event.preventDefault();
      sending.send((requestId) => risk.signAssessment({ requestId, area: areaName(area, city, country), level, category, rationale, reviewDate }));
    }}>
      <AreaChoice area={area} city={city} country={country} onChoose={setArea} />
      <div class="pair">
        <Choice label={signing.level} value={level} options={optionsOf(terms.levels.map((name, number) => `${number} ${name}`))} onChoose={(value) => setLevel(Number(value))} />
        <Choice label={signing.category} value={category} options={optionsOf(terms.categories)} onChoose={(value) => setCategory(Number(value))} />
        <label>{signing.reviewBy}<input type="date" required value={reviewDate} onInput={(event) => setReviewDate(event.currentTarget.value)} /></label>
      </div>
      <label>{signing.why}<textarea required maxLength={500} rows={3} value={rationale} onInput={(event) => setRationale(event.currentTarget.value)} /><span class="hint">{signing.whyHint}</span></label>
      <p class="actions"><button type="submit" class="main" disabled={sending.busy}>{signing.sign}</button></p>
      {sending.answer ? <p class="done" role="status">{signing.signed}</p> : null}
      <Failure text={sending.failure} />
    </form>
  );
}
