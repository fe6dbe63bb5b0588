import { useState } from "preact/hooks";
import type { Incident } from "#api/incident_pb";
import type { Place } from "#api/place_pb";
import { ExerciseTag } from "../parts/urgency.tsx";
import { href, idOf } from "../shell/route.ts";
import { killedOf, typeText, whenText } from "../terms/incident.ts";
import { words } from "../words/words.ts";

const first = 10;

/** Incidents of the year within 50 km, the newest first. */
export function Nearby({ incidents, place }: { incidents: readonly Incident[]; place: Place | undefined }) {
  const { city, terms, incident: texts } = words.value;
  const [all, setAll] = useState(false);
  return (
    <section class="panel" aria-labelledby="nearby">
      <h2 id="nearby">{city.nearby}</h2>
      {incidents.length === 0 ? <p class="soft">{city.nearbyNone}</p> : null}
      <ul class="list">
        {(all ? incidents : incidents.slice(0, first)).map((incident) => {
          const killed = killedOf(incident.casualtyEstimate);
          return (
            <li key={incident.name}>
              <a href={href("incident", idOf(incident.name))}>{incident.title || typeText(incident)}</a> {incident.exercise ? <ExerciseTag /> : null}
              <br />
              <span class="soft note">
                {[whenText(incident.occurred, place?.timeZone ?? ""), killed === undefined ? "" : `${killed} ${texts.killed}`, incident.historic ? city.historic : terms.verifications[incident.verification] ?? ""].filter(Boolean).join(" · ")}
              </span>
            </li>
          );
        })}
      </ul>
      {incidents.length > first && !all ? <button type="button" onClick={() => setAll(true)}>{city.allYear} ({incidents.length})</button> : null}
    </section>
  );
}
