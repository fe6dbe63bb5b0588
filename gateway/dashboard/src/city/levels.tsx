import { OverrideDirection } from "#api/assessment_pb";
import type { CityThreat, LevelReason } from "#api/threat_pb";
import { Level } from "../parts/level.tsx";
import { href, idOf } from "../shell/route.ts";
import { language } from "../shell/settings.ts";
import { levelNumber } from "../terms/level.ts";
import { reasonText } from "../terms/said.ts";
import { dateOnly, fullTime, localDate, millis } from "../terms/when.ts";
import { words } from "../words/words.ts";

/** Reasons of a level or an urgency, the deciding one first, each with the incident it rests on. */
export function Reasons({ reasons }: { reasons: readonly LevelReason[] }) {
  return (
    <ul class="list">
      {reasons.map((reason, index) => (
        <li key={index}>
          {reason.level ? <><Level level={reason.level} short />{" "}</> : null}
          {reason.incident ? <a href={href("incident", idOf(reason.incident))}>{reasonText(reason, language.value)}</a> : reasonText(reason, language.value)}
        </li>
      ))}
    </ul>
  );
}

/** The signed level, what the model suggests and what now forces, apart; then why the highest of them stands. */
export function ThreeLevels({ threat, end }: { threat: CityThreat; end: number }) {
  const { city, terms } = words.value;
  const signed = threat.assessed;
  const overdue = signed !== undefined && (millis(signed.reviewTime) ?? Infinity) < end;
  return (
    <section class="panel" aria-labelledby="three">
      <h2 id="three">{city.threeLevels}</h2>
      <dl class="three">
        <div>
          <dt>{city.assessed}</dt>
          <dd>
            {signed ? <><Level level={signed.level} />
              <p class="note">{terms.categories[signed.category]} · {city.by(signed.adviser, dateOnly(millis(signed.signTime) ?? 0, threat.city?.timeZone))} · <span class={overdue ? "bad" : ""}>{overdue ? city.overdue : city.review(localDate(signed.reviewDate))}</span></p>
              <p class="note rationale">{signed.rationale}</p></> : <p class="soft">{city.assessedNone}</p>}
          </dd>
        </div>
        <div>
          <dt>{city.band}</dt>
          <dd>{levelNumber(threat.band) > 0 ? <><Level level={threat.band} /><p class="note soft">{city.bandNote}</p></> : <p class="soft">{city.bandNone}</p>}</dd>
        </div>
        <div>
          <dt>{city.acute}</dt>
          <dd>{levelNumber(threat.acuteFloor) > 0 ? <><Level level={threat.acuteFloor} /><p class="note soft">{city.acuteNote}</p></> : <p class="soft">{city.acuteNone}</p>}</dd>
        </div>
      </dl>
      {threat.overrides.map((override, index) => (
        <p key={index} class="failure">
          {city.override(terms.levels[levelNumber(override.level)] ?? "", fullTime(millis(override.endTime) ?? 0, threat.city?.timeZone), override.direction === OverrideDirection.UP)}: {override.rationale} ({override.adviser})
        </p>
      ))}
      <h3>{city.why}</h3>
      <Reasons reasons={threat.reasons} />
    </section>
  );
}
