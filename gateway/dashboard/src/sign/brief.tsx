import "../style/brief.css";
import "../style/city.css";
import type { Alert } from "#api/alert_pb";
import { AccessTag } from "../parts/access.tsx";
import { notify } from "../api/clients.ts";
import { asOfFrom, courseOf, incidentsNear, threatAt, yearMs, yearOf } from "../city/asked.ts";
import { Reasons, ThreeLevels } from "../city/levels.tsx";
import { Year } from "../city/year.tsx";
import { now } from "../live/state.ts";
import { Failure } from "../parts/failure.tsx";
import { Level } from "../parts/level.tsx";
import { useLoaded } from "../parts/loaded.ts";
import { ExerciseTag } from "../parts/urgency.tsx";
import { href, route } from "../shell/route.ts";
import { language } from "../shell/settings.ts";
import { headlineOf } from "../shell/spoken.ts";
import { chanceOf } from "../terms/chance.ts";
import { killedOf, startOf, typeText, whenText } from "../terms/incident.ts";
import { isOpen } from "../terms/urgency.ts";
import { fullTime, millis } from "../terms/when.ts";
import { words } from "../words/words.ts";

const monthMs = 30 * 24 * 3_600_000;
const mostIncidents = 12;
const mostAlerts = 200;

/** The newest alert of each situation that had been issued by an instant and was open then. */
export function openAt(alerts: readonly Alert[], instant: number): Alert[] {
  const newest = new Map<string, Alert>();
  for (const alert of alerts) {
    if ((millis(alert.issueTime) ?? 0) > instant) continue;
    const known = newest.get(alert.situation);
    if (!known || known.situationRevision < alert.situationRevision) newest.set(alert.situation, alert);
  }
  return [...newest.values()].filter(isOpen);
}

/** One page for headquarters: the threat in a city as of an instant, made to be printed. */
export function Brief({ id }: { id: string }) {
  const { brief, city, chance, shell, incident: texts } = words.value;
  const asOf = asOfFrom(route.value.query);
  const asked = useLoaded(async (signal) => {
    const threat = await threatAt(id, asOf, signal);
    const end = asOf.at ?? Math.max(now.value, millis(threat?.asOfTime) ?? 0);
    const [year, course, incidents, alerts] = await Promise.all([
      yearOf(id, end, signal), courseOf(id, end, signal), incidentsNear(id, end, yearMs, signal), notify.listAlerts({ filter: { geonamesIds: [Number(id)] }, language: language.value, pageSize: mostAlerts }, { signal }),
    ]);
    return { threat, year, course, incidents, end, open: openAt(alerts.alerts, end) };
  }, [id, asOf.at, asOf.knownNow, language.value]);
  const threat = asked.value?.threat;
  if (!asked.value || !threat) return <><h1 tabIndex={-1}>{asked.failure ? shell.notFound : shell.loading}</h1><Failure text={asked.failure} retry={asked.reload} /></>;
  const { end, open, incidents, year, course } = asked.value;
  const zone = threat.city?.timeZone ?? "";
  const recent = incidents.filter((incident) => end - (startOf(incident.occurred) ?? 0) <= monthMs);
  const month = threat.forecast ? chanceOf(threat.forecast.probability30d) : undefined;
  return (
    <article class="brief stack">
      <p class="actions no-print"><button type="button" class="main" onClick={() => print()}>{brief.print}</button><a class="button" href={href("city", id)}>{brief.back}</a></p>
      <header class="title">
        <h1 tabIndex={-1}>{brief.title([threat.city?.name, threat.city?.countryCode].filter(Boolean).join(", "))}</h1>
        <Level level={threat.level} />
        {threat.exercise ? <ExerciseTag /> : null}
      </header>
      <p><b>{brief.asOf(`${fullTime(end, zone)}${zone ? ` (${fullTime(end)} UTC)` : " UTC"}`)}</b>, {asOf.at === undefined || asOf.knownNow ? brief.known : brief.said}.</p>
      <section class="panel"><h2>{brief.happening}</h2>
        {open.length === 0 ? <p class="soft">{brief.nothing}</p> : <ul class="list">{open.map((alert) => <li key={alert.name}><b>{headlineOf(alert)}</b>{alert.summary ? <> {alert.summary}</> : null}</li>)}</ul>}
        {threat.access ? <><p><AccessTag state={threat.access.state} /></p><Reasons reasons={threat.access.reasons.slice(0, 2)} /></> : null}
      </section>
      <ThreeLevels threat={threat} end={end} />
      {month ? <section class="panel"><h2>{city.forecast}</h2>{open.length > 0 ? <p>{chance.hidden}</p> : <p><b>{chance.headline(month.percent, month.oneIn)}</b>: {chance.meaning}.{threat.forecast?.noSkill ? ` ${chance.noSkill}` : ""}</p>}</section> : null}
      <Year year={year} course={course} incidents={incidents} end={end} />
      <section class="panel"><h2>{brief.incidents}</h2>
        {recent.length === 0 ? <p class="soft">{city.nearbyNone}</p> : null}
        <ul class="list">{recent.slice(0, mostIncidents).map((incident) => {
          const killed = killedOf(incident.casualtyEstimate);
          return <li key={incident.name}>{whenText(incident.occurred, zone)}: {incident.title || typeText(incident)}{killed === undefined ? "" : ` · ${killed} ${texts.killed}`}</li>;
        })}</ul>
      </section>
      <p class="note soft">{brief.foot}</p>
    </article>
  );
}
