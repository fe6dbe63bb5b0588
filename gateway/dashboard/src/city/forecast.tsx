import type { Incident } from "#api/incident_pb";
import type { CityThreat } from "#api/threat_pb";
import { href, idOf } from "../shell/route.ts";
import { language } from "../shell/settings.ts";
import { chanceOf } from "../terms/chance.ts";
import { levelNumber } from "../terms/level.ts";
import { localDate } from "../terms/when.ts";
import { words } from "../words/words.ts";

const mostWeights = 5;

/** The chance in words, why it is what it is, and the incidents that weigh most. While something happens here it steps back: it is not about tonight. */
export function ForecastPanel({ threat, incidents }: { threat: CityThreat; incidents: readonly Incident[] }) {
  const { city, chance } = words.value;
  const forecast = threat.forecast;
  if (!forecast || levelNumber(threat.level) === 0) return null;
  const active = threat.situations.length > 0;
  const month = chanceOf(forecast.probability30d);
  const titles = new Map(incidents.map((incident) => [incident.name, incident.title]));
  const why = forecast.explanation[language.value] ?? forecast.explanation["en"] ?? "";
  const weighty = forecast.topIncidents.filter((incident) => incident.contribution > 0).slice(0, mostWeights);
  const body = (
    <>
      <p class="chance">{chance.headline(month.percent, month.oneIn)}</p>
      <p class="soft">{chance.meaning}. {chance.week(chanceOf(forecast.probability7d).percent)}.</p>
      {forecast.noSkill ? <p class="failure">{chance.noSkill}</p> : null}
      {why ? <><h3>{city.forecastWhy}</h3><p>{why}</p></> : null}
      {weighty.length > 0 ? <h3>{city.weight}</h3> : null}
      <ul class="list">
        {weighty.map((incident) => (
          <li key={incident.incident}>
            <a href={href("incident", idOf(incident.incident))}>{localDate(incident.localDate)}</a>{titles.has(incident.incident) ? ` ${titles.get(incident.incident) ?? ""}` : ""}
            <span class="soft"> {Math.round(incident.distanceKm)} km; {city.without(chanceOf(incident.probability30dWithout).percent)}</span>
          </li>
        ))}
      </ul>
    </>
  );
  return (
    <section class="panel" aria-labelledby="forecast">
      <h2 id="forecast">{city.forecast}</h2>
      {active ? <details><summary>{chance.hidden}</summary>{body}</details> : body}
    </section>
  );
}
