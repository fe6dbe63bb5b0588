import type { Alert } from "#api/alert_pb";
import { headlineOf } from "../shell/spoken.ts";
import { isOpen, urgencyName } from "../terms/urgency.ts";
import { millis, shortTime } from "../terms/when.ts";
import { words } from "../words/words.ts";

/** How it was told, the newest first: every alert of the thread, with its urgency and what it changed. */
export function Revisions({ alerts, zone }: { alerts: readonly Alert[]; zone: string }) {
  const { incident, terms } = words.value;
  if (alerts.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="revisions">
      <h2 id="revisions">{incident.revisions}</h2>
      <ol class="revisions">
        {alerts.map((alert) => (
          <li key={alert.name} class={isOpen(alert) ? urgencyName(alert.urgency) : "ended"}>
            <p class="soft note">{shortTime(millis(alert.issueTime) ?? 0, zone)} · {terms.actions[alert.action]}{isOpen(alert) ? ` · ${terms.urgencies[urgencyName(alert.urgency)]}` : ""} · {incident.revision(Number(alert.situationRevision))}</p>
            <p>{alert.summary || headlineOf(alert)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
