import "../style/incident.css";
import { SituationState } from "#api/alert_pb";
import { IncidentLinkKind } from "#api/incident_pb";
import { Verification } from "#api/terms_pb";
import { situations } from "../live/state.ts";
import { Failure } from "../parts/failure.tsx";
import { useLoaded } from "../parts/loaded.ts";
import { AlertTags, ExerciseTag } from "../parts/urgency.tsx";
import { href, idOf } from "../shell/route.ts";
import { language } from "../shell/settings.ts";
import { typeText, whenText } from "../terms/incident.ts";
import { words } from "../words/words.ts";
import { ClearForm, HoldForm } from "../sign/situation.tsx";
import { known as ask, type Known } from "./asked.ts";
import { ReviewForm } from "./review.tsx";
import { Revisions } from "./revisions.tsx";
import { Sources } from "./sources.tsx";
import { Statements } from "./statements.tsx";
import { Tolls } from "./tolls.tsx";

/** Everything about one incident: what, where, when, who says so, how it was told, and what a person can decide about it. */
export function IncidentPage({ id }: { id: string }) {
  const { shell } = words.value;
  const name = `incidents/${id}`;
  // An alert of it that comes in while the page is open brings a new revision.
  const newest = [...situations.value.byName.values()].find((alert) => alert.incident?.name === name);
  const asked = useLoaded((signal) => ask(id, newest?.situation, signal), [id, newest?.name, language.value]);
  if (!asked.value) return <><h1 tabIndex={-1}>{asked.failure ? shell.notFound : shell.loading}</h1><Failure text={asked.failure} retry={asked.reload} /></>;
  return <><Failure text={asked.failure} retry={asked.reload} /><Told known={asked.value} reload={asked.reload} /></>;
}

function Told({ known, reload }: { known: Known; reload: () => void }) {
  const { incident: texts, terms, signing, review } = words.value;
  const { incident, alerts, reports } = known;
  const zone = incident.sites[0]?.place?.timeZone ?? "";
  const latest = alerts[0];
  const open = latest && (latest.state === SituationState.ACTIVE || latest.state === SituationState.QUIET);
  return (
    <article class="stack">
      <div>
        <div class="tags">
          {latest ? <AlertTags alert={latest} /> : incident.exercise ? <ExerciseTag /> : null}
          <span class="tag">{terms.verifications[incident.verification]}</span>
        </div>
        <h1 tabIndex={-1}>{incident.title || typeText(incident)}</h1>
      </div>
      {incident.verification === Verification.RETRACTED ? <p class="failure"><b>{texts.retracted}</b></p> : null}
      {incident.mergedInto ? <p class="failure">{texts.merged} <a href={href("incident", idOf(incident.mergedInto))}>{texts.links}</a></p> : null}
      {incident.aidWorkers ? <p class="failure"><b>{texts.aidWorkers}</b></p> : null}
      <div class="columns">
        <div class="stack">
          <section class="panel">
            <dl class="facts">
              <dt>{words.value.report.type}</dt><dd>{typeText(incident)}{incident.complexAttack ? ` · ${texts.complex}` : ""}</dd>
              <dt>{texts.when}</dt><dd>{whenText(incident.occurred, zone)}{incident.occurred?.ongoing ? ` · ${texts.ongoing}` : ""}</dd>
              <dt>{texts.sites}</dt>
              <dd><ul>{incident.sites.map((site, index) => <li key={index}>{site.place ? <a href={href("city", String(site.place.geonamesId))}>{[...new Set([site.place.name, site.place.admin1]), site.place.countryCode].filter(Boolean).join(", ")}</a> : null}{site.place?.label ? ` · ${site.place.label}` : ""} <span class="verification">{terms.verifications[site.verification]}</span></li>)}</ul></dd>
              {incident.targets.length > 0 ? <><dt>{texts.targets}</dt><dd>{incident.targets.map((target) => terms.targets[target] ?? "").join(", ")}</dd></> : null}
              {incident.actors.length > 0 ? <><dt>{texts.actors}</dt><dd>{incident.actors.map((actor) => [actor.name, terms.actorTypes[actor.type]].filter(Boolean).join(" – ")).join("; ")}</dd></> : null}
            </dl>
            {incident.noRedistribution ? <p class="note bad">{texts.noRedistribution}</p> : null}
          </section>
          <Tolls incident={incident} zone={zone} />
          <Statements incident={incident} zone={zone} />
          <Sources incident={incident} reports={reports} zone={zone} onChanged={reload} />
        </div>
        <div class="stack">
          <Revisions alerts={alerts} zone={zone} />
          {incident.historic || incident.verification === Verification.RETRACTED ? null : (
            <section class="panel no-print" aria-labelledby="review">
              <h2 id="review">{texts.review}</h2>
              <details><summary>{review.title}</summary><ReviewForm incident={incident.name} onDone={reload} /></details>
              {latest && open ? <details><summary>{signing.clear}</summary><ClearForm situation={latest.situation} onDone={reload} /></details> : null}
              {latest && open ? <details><summary>{signing.hold}</summary><HoldForm situation={latest.situation} onDone={reload} /></details> : null}
            </section>
          )}
          {incident.links.length > 0 ? (
            <section class="panel" aria-labelledby="links">
              <h2 id="links">{texts.links}</h2>
              <ul class="list">{incident.links.map((link) => <li key={link.incident}><a href={href("incident", idOf(link.incident))}>{link.kind === IncidentLinkKind.NEARBY ? texts.linkNear : texts.linkSame}</a></li>)}</ul>
            </section>
          ) : null}
        </div>
      </div>
    </article>
  );
}
