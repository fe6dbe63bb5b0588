import "../style/city.css";
import { now, situations, threats } from "../live/state.ts";
import { Failure } from "../parts/failure.tsx";
import { Level } from "../parts/level.tsx";
import { useLoaded } from "../parts/loaded.ts";
import { ExerciseTag } from "../parts/urgency.tsx";
import { href, route } from "../shell/route.ts";
import { headlineOf } from "../shell/spoken.ts";
import { fullTime, millis } from "../terms/when.ts";
import { isHappening } from "../terms/urgency.ts";
import { words } from "../words/words.ts";
import { AccessPanel } from "./access.tsx";
import { AsOfForm } from "./asof.tsx";
import { asOfFrom, courseOf, incidentsNear, threatAt, yearMs, yearOf } from "./asked.ts";
import { ForecastPanel } from "./forecast.tsx";
import { Nearby } from "./nearby.tsx";
import { Coverage, Skill } from "./rests.tsx";
import { Signed } from "./signed.tsx";
import { ThreeLevels } from "./levels.tsx";
import { WhatIf } from "./whatif.tsx";
import { Year } from "./year.tsx";

/** Everything about one city: which level and why, how it came, what weighs, and what would change it. */
export function City({ id }: { id: string }) {
  const { city, shell } = words.value;
  const asOf = asOfFrom(route.value.query);
  // Drawn anew when an alert touches the city, or when the page that lists all cities saw another revision.
  const touched = [...situations.value.byName.values()].filter((alert) => alert.cities.some((effect) => String(effect.city?.geonamesId) === id)).map((alert) => alert.name).join();
  const listed = threats.value.find((threat) => threat.name === `cities/${id}/threat`)?.revision;
  const asked = useLoaded(async (signal) => {
    const threat = await threatAt(id, asOf, signal);
    const end = asOf.at ?? Math.max(now.value, millis(threat?.asOfTime) ?? 0);
    const [year, course, incidents] = await Promise.all([yearOf(id, end, signal), courseOf(id, end, signal), incidentsNear(id, end, yearMs, signal)]);
    return { threat, year, course, incidents, end };
  }, [id, asOf.at, asOf.knownNow, touched, listed]);
  const known = asked.value;
  const threat = known?.threat;
  if (!known || !threat) return <><h1 tabIndex={-1}>{asked.failure ? shell.notFound : shell.loading}</h1><Failure text={asked.failure} retry={asked.reload} /></>;
  const past = asOf.at !== undefined;
  return (
    <article class="stack">
      <div class="title">
        <h1 tabIndex={-1}>{threat.city?.name}<span class="soft">, {[threat.city?.admin1 === threat.city?.name ? "" : threat.city?.admin1, threat.city?.countryCode].filter(Boolean).join(", ")}</span></h1>
        <span class="huge-level"><Level level={threat.level} /></span>
        {threat.exercise ? <ExerciseTag /> : null}
      </div>
      <Failure text={asked.failure} retry={asked.reload} />
      {past ? <p class="failure past"><b>{city.asOfShown(`${fullTime(asOf.at ?? 0)} UTC`)}</b> {asOf.knownNow ? city.asOfKnown : city.asOfSaid}. <a href={href("city", id)}>{city.asOfNow}</a></p> : null}
      {threat.level === 0 ? <p class="quiet">{city.notAssessed}</p> : null}
      {millis(threat.coverage?.frozenSinceTime) === undefined ? null : <p class="failure">{city.frozen(`${fullTime(millis(threat.coverage?.frozenSinceTime) ?? 0)} UTC`)}</p>}
      {past ? null : <Happening id={id} />}
      <div class="columns">
        <div class="stack">
          <ThreeLevels threat={threat} end={known.end} />
          <AccessPanel id={id} threat={threat} mayTell={!past} onTold={asked.reload} />
          <Year year={known.year} course={known.course} incidents={known.incidents} end={known.end} />
          <Nearby incidents={known.incidents} place={threat.city} />
        </div>
        <div class="stack">
          <ForecastPanel threat={threat} incidents={known.incidents} />
          <Skill forecast={threat.forecast} />
          <Coverage coverage={threat.coverage} />
          {past ? null : <WhatIf id={id} />}
          {past ? null : <Signed id={id} threat={threat} onSigned={asked.reload} />}
          <AsOfForm id={id} asOf={asOf} />
        </div>
      </div>
    </article>
  );
}

function Happening({ id }: { id: string }) {
  const here = [...situations.value.byName.values()].filter((alert) => isHappening(alert) && alert.cities.some((effect) => String(effect.city?.geonamesId) === id));
  if (here.length === 0) return null;
  return (
    <section class="panel happening-panel" aria-labelledby="city-happening">
      <h2 id="city-happening">{words.value.city.happening}</h2>
      <ul class="list">
        {here.map((alert) => <li key={alert.situation}>{alert.incident ? <a href={href("incident", alert.incident.name.split("/")[1] ?? "")}>{headlineOf(alert)}</a> : headlineOf(alert)}</li>)}
      </ul>
    </section>
  );
}
