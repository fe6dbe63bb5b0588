import type { ThreatLevel } from "#api/terms_pb";
import { levelNumber } from "../terms/level.ts";
import { words } from "../words/words.ts";

/** A level: its number, its name and its colour. "Not assessed" is hatched, and never looks like a low one. */
export function Level({ level, short = false }: { level: ThreatLevel; short?: boolean }) {
  const number = levelNumber(level);
  const name = words.value.terms.levels[number] ?? "";
  return (
    <span class={`level level-${number}`} title={short ? name : undefined}>
      <b aria-hidden={number === 0 ? "true" : undefined}>{number === 0 ? "–" : number}</b>
      {short ? <span class="hidden">{name}</span> : <span>{name}</span>}
    </span>
  );
}

/** A level before and after. */
export function LevelStep({ before, after }: { before: ThreatLevel; after: ThreatLevel }) {
  if (levelNumber(before) === levelNumber(after)) return <><Level level={after} /> <span class="soft">({words.value.now.unchanged})</span></>;
  return <><Level level={before} /> <span aria-hidden="true">→</span> <Level level={after} /></>;
}
