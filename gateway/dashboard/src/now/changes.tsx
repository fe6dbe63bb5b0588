import type { Change } from "../live/seen.ts";
import { deviceTime } from "../live/state.ts";
import { LevelStep } from "../parts/level.tsx";
import { headlineOf } from "../shell/spoken.ts";
import { href, idOf } from "../shell/route.ts";
import { ago } from "../terms/when.ts";
import { words } from "../words/words.ts";

const mostShown = 6;

function ChangeLine({ change }: { change: Change }) {
  const { now } = words.value;
  if ("threat" in change) {
    const { threat, before } = change;
    return (
      <li>
        <b>{change.kind === "up" ? now.changeUp : now.changeDown}</b>{" "}
        <a href={href("city", idOf(threat.name))}>{threat.city?.name}</a> <LevelStep before={before} after={threat.level} />
      </li>
    );
  }
  const { kind, alert } = change;
  const kinds = { new: now.changeNew, more: now.changeMore, ended: now.changeEnded };
  return <li><b>{kinds[kind]}</b> <a href={`#${anchorOf(alert.situation)}`} onClick={toCard}>{headlineOf(alert)}</a></li>;
}

/** The card of a situation on the page. */
export function anchorOf(situation: string): string {
  return `s-${idOf(situation)}`;
}

function toCard(event: Event): void {
  event.preventDefault();
  const target = (event.currentTarget as HTMLAnchorElement).getAttribute("href")?.slice(1) ?? "";
  const card = document.getElementById(target);
  card?.scrollIntoView({ block: "start" });
  card?.focus();
}

/** What changed since the officer last looked, and the word that it was seen. */
export function Changes({ changes, since, onSeen }: { changes: readonly Change[]; since: number | undefined; onSeen: () => void }) {
  const { now } = words.value;
  if (since === undefined) return null;
  const when = ago(since, deviceTime.value);
  if (changes.length === 0) return <p class="soft changes-none">{now.changedNone} ({when}).</p>;
  return (
    <section class="changes" aria-labelledby="changed">
      <h2 id="changed">{now.changed} <span class="soft">({when})</span></h2>
      <ul>{changes.slice(0, mostShown).map((change, index) => <ChangeLine key={index} change={change} />)}</ul>
      {changes.length > mostShown ? <p class="soft">{now.andMore(changes.length - mostShown)}</p> : null}
      <button type="button" onClick={onSeen}>{now.changedDone}</button>
    </section>
  );
}
