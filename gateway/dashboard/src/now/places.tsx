import { useState } from "preact/hooks";
import type { CityThreat } from "#api/threat_pb";
import { threats, threatsFailure, threatsKnown, threatsMore } from "../live/state.ts";
import { loadLevels, loadMore } from "../live/run.ts";
import { AccessLine } from "../parts/access.tsx";
import { ChanceLine } from "../parts/chance.tsx";
import { Failure } from "../parts/failure.tsx";
import { Level } from "../parts/level.tsx";
import { ExerciseTag } from "../parts/urgency.tsx";
import { href, idOf } from "../shell/route.ts";
import { millis, shortTime } from "../terms/when.ts";
import { words } from "../words/words.ts";

/** The same name without its accents and in small letters, to be found by. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function Row({ threat }: { threat: CityThreat }) {
  const frozen = millis(threat.coverage?.frozenSinceTime);
  return (
    <li class="row">
      <a href={href("city", idOf(threat.name))} class="row-link">
        <Level level={threat.level} />
        <span class="name">{threat.city?.name}<span class="soft">, {threat.city?.countryCode}</span></span>
        {threat.exercise ? <ExerciseTag /> : null}
      </a>
      <AccessLine picture={threat.access} />
      <ChanceLine threat={threat} />
      {frozen === undefined ? null : <span class="soft">{words.value.city.frozen(shortTime(frozen))}</span>}
    </li>
  );
}

/** Places by level, the highest first. */
export function Places() {
  const { now, chance, shell } = words.value;
  const [sought, setSought] = useState("");
  const found = threats.value.filter((threat) => plain(`${threat.city?.name ?? ""}, ${threat.city?.countryCode ?? ""}`).includes(plain(sought)));
  return (
    <section class="places" aria-labelledby="places">
      <h2 id="places">{now.places}</h2>
      <Failure text={threatsFailure.value} retry={() => void loadLevels()} />
      {threats.value.length > 0 ? <p><label class="find"><span class="hidden">{now.find}</span><input type="search" placeholder={now.find} value={sought} onInput={(event) => setSought(event.currentTarget.value)} /></label></p> : null}
      {threatsKnown.value || threatsFailure.value ? null : <p class="soft">{shell.loading}</p>}
      {threatsKnown.value && threats.value.length === 0 ? <p class="quiet">{now.placesNone}</p> : null}
      <ul class="rows">{found.map((threat) => <Row key={threat.name} threat={threat} />)}</ul>
      {threatsMore.value && threats.value.length < 500 ? <p><button type="button" onClick={() => void loadMore()}>{now.placesLoad}</button></p> : null}
      {threats.value.length > 0 ? <p class="note soft">{threatsMore.value ? `${now.placesMore(threats.value.length)} ` : ""}{now.placesNote} %: {chance.meaning}.</p> : null}
    </section>
  );
}
