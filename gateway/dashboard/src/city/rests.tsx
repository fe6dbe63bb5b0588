import type { Coverage as CoverageMessage, Forecast } from "#api/threat_pb";
import { skillText } from "../terms/said.ts";
import { localDate } from "../terms/when.ts";
import { words } from "../words/words.ts";

/** How good the forecast has been here. */
export function Skill({ forecast }: { forecast: Forecast | undefined }) {
  const { city } = words.value;
  if (!forecast) return null;
  return (
    <section class="panel" aria-labelledby="skill">
      <h2 id="skill">{city.skill}</h2>
      <dl class="facts">
        <dt>{city.skillHere}</dt><dd>{skillText(forecast, forecast.skill30d, words.value)}</dd>
        <dt>{city.skillCountry}</dt><dd>{skillText(forecast, forecast.countrySkill30d, words.value)}</dd>
      </dl>
      <p class="note soft">{city.skillNote}</p>
    </section>
  );
}

/** What the level rests on: how far history reaches, and whether anybody speaks now. */
export function Coverage({ coverage }: { coverage: CoverageMessage | undefined }) {
  const { city } = words.value;
  if (!coverage) return null;
  return (
    <section class="panel" aria-labelledby="coverage">
      <h2 id="coverage">{city.coverage}</h2>
      <p>{coverage.historyFrom ? city.history(localDate(coverage.historyFrom), localDate(coverage.historyThrough)) : city.historyNone}; {city.live(coverage.liveSources)}.</p>
    </section>
  );
}
