import { useState } from "preact/hooks";
import { type Alert, AlertAction } from "#api/alert_pb";
import { notify } from "../api/clients.ts";
import { failureText } from "../api/failure.ts";
import { AccessLine } from "../parts/access.tsx";
import { Failure } from "../parts/failure.tsx";
import { LevelStep } from "../parts/level.tsx";
import { Time } from "../parts/time.tsx";
import { AlertTags } from "../parts/urgency.tsx";
import { headlineOf } from "../shell/spoken.ts";
import { href, idOf } from "../shell/route.ts";
import { contradict, rangeText, whenText } from "../terms/incident.ts";
import { gravityOf, isOpen } from "../terms/urgency.ts";
import { words } from "../words/words.ts";
import { anchorOf } from "./changes.tsx";

const mostCities = 3;
const mostSources = 4;

function Sources({ alert }: { alert: Alert }) {
  const { now, terms } = words.value;
  const reports = alert.incident?.reports ?? [];
  const verification = alert.incident ? terms.verifications[alert.incident.verification] : undefined;
  if (reports.length === 0) return verification ? <p>{verification}</p> : null;
  const names = [...new Set(reports.map((report) => report.source || now.sourceNotNamed))];
  const more = names.length > mostSources ? ` ${now.andMore(names.length - mostSources)}` : "";
  return <p><span class="soft">{now.whoSaysSo}:</span> {names.slice(0, mostSources).join("; ")}{more} <span class="verification">{verification}</span></p>;
}

// How many, and whether those who say so agree: what an officer asks first.
function Losses({ alert }: { alert: Alert }) {
  const { now, incident: texts } = words.value;
  const told = alert.incident?.casualtyEstimate;
  const counts = [[told?.killed, texts.killed], [told?.wounded, texts.wounded], [told?.abducted, texts.abducted]] as const;
  const parts = counts.flatMap(([range, name]) => (rangeText(range) ? [`${rangeText(range)} ${name}`] : []));
  if (parts.length === 0) return null;
  return <p><span class="soft">{now.losses}:</span> <b>{parts.join(", ")}</b>{contradict(alert.incident?.casualties ?? []) ? <> <span class="verification">{now.disputed}</span></> : null}</p>;
}

// A day stays a day: an hour that nobody told would be one to act on.
function Began({ alert }: { alert: Alert }) {
  const { now } = words.value;
  const zone = alert.place?.timeZone ?? "";
  const occurred = alert.incident?.occurred;
  if (occurred?.localDate) return <div><dt>{now.began}</dt><dd>{whenText(occurred, zone)}</dd></div>;
  return alert.onsetTime ? <div><dt>{now.began}</dt><dd><Time time={alert.onsetTime} zone={zone} /></dd></div> : null;
}

/** One situation, with all that an officer needs at a glance: how urgent, what, where, who says so, what it does to the level. */
export function SituationCard({ alert }: { alert: Alert }) {
  const { now } = words.value;
  const style = isOpen(alert) ? gravityOf(alert) : "ended";
  // Its summary says in words what the lines below say.
  const first = alert.action === AlertAction.RAISE && alert.incident !== undefined;
  const reached = alert.cities.filter((effect) => effect.inReach);
  return (
    <li id={anchorOf(alert.situation)} tabIndex={-1} class={`card ${style} ${alert.exercise ? "drill" : ""}`}>
      <AlertTags alert={alert} />
      <h3>{headlineOf(alert)}</h3>
      {alert.summary && alert.summary !== alert.headline && !first ? <p>{alert.summary}</p> : null}
      <Losses alert={alert} />
      {reached.slice(0, mostCities).map((effect) => (
        <p key={effect.city?.geonamesId} class="effect">
          <a href={href("city", String(effect.city?.geonamesId ?? 0))}>{effect.city?.name}</a> <LevelStep before={effect.levelBefore} after={effect.levelAfter} />
        </p>
      ))}
      {reached.length > mostCities ? <p class="soft">{now.andMore(reached.length - mostCities)}</p> : null}
      <AccessLine picture={alert.access} />
      <Sources alert={alert} />
      <dl class="times">
        <Began alert={alert} />
        {alert.issueTime ? <div><dt>{now.told}</dt><dd><Time time={alert.issueTime} zone={alert.place?.timeZone} /></dd></div> : null}
      </dl>
      <p class="actions">
        {alert.incident ? <a class="button" href={href("incident", idOf(alert.incident.name))}>{now.more}</a> : null}
        <SeenButton alert={alert} />
      </p>
    </li>
  );
}

function SeenButton({ alert }: { alert: Alert }) {
  const { now } = words.value;
  const [seen, setSeen] = useState("");
  const [failure, setFailure] = useState("");
  const tell = (): void => {
    notify.acknowledgeAlert({ name: alert.name }).then(() => {
      setSeen(alert.name);
      setFailure("");
    }, (error: unknown) => setFailure(failureText(error)));
  };
  // Of this alert: a newer one of the thread wants to be seen anew.
  if (seen === alert.name) return <span class="soft" role="status">✓ {now.seenDone}</span>;
  return <><button type="button" onClick={tell}>{now.seen}</button><Failure text={failure} /></>;
}
