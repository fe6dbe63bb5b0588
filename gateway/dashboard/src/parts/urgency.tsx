import type { Alert } from "#api/alert_pb";
import { SituationState } from "#api/alert_pb";
import { gravityOf, isOpen, urgencyName } from "../terms/urgency.ts";
import { Level } from "./level.tsx";
import { words } from "../words/words.ts";

/** How an alert reaches the officer, whether it is a drill, and how it stands. */
export function AlertTags({ alert }: { alert: Alert }) {
  const { terms, shell } = words.value;
  const urgency = urgencyName(alert.urgency);
  // "Routine" alone beside an attack that forces level 6 would be read as its gravity; it is that of the newest word.
  const lesser = gravityOf(alert) !== urgency;
  return (
    <p class="tags">
      {isOpen(alert) && !lesser ? <span class={`tag ${urgency}`}>{terms.urgencies[urgency]}</span> : null}
      {isOpen(alert) && alert.floor > 0 ? <Level level={alert.floor} /> : null}
      {alert.exercise ? <ExerciseTag /> : null}
      {alert.state > SituationState.ACTIVE ? <span class="tag">{terms.states[alert.state] ?? shell.notFound}</span> : null}
      {isOpen(alert) && lesser ? <span class="soft note">{words.value.now.newest}: {terms.urgencies[urgency]}</span> : null}
    </p>
  );
}

/** Marks a drill. */
export function ExerciseTag() {
  return <span class="tag exercise">{words.value.shell.exercise}</span>;
}
