import { batch, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { line, serverStatus, shown, situations, threats, threatsKnown } from "../live/state.ts";
import { changesSince, type Seen, seenNow } from "../live/seen.ts";
import { DataAge, Following } from "../shell/life.tsx";
import { keep } from "../shell/settings.ts";
import { words } from "../words/words.ts";
import { Changes } from "./changes.tsx";
import { LevelMap } from "./map.tsx";
import { Places } from "./places.tsx";
import { SituationCard } from "./situation.tsx";

const seenKey = "last-look";

function lastLook(): Seen | undefined {
  try {
    return JSON.parse(localStorage.getItem(seenKey) ?? "") as Seen;
  } catch {
    // The first look on this device.
    return undefined;
  }
}

const seen = signal(lastLook());

function look(): void {
  // Half a state is no look: what had not arrived would be new for ever.
  if (line.value !== "live" || !threatsKnown.value) return;
  const next = seenNow(Date.now(), shown.value, threats.value, seen.value);
  batch(() => {
    seen.value = next;
  });
  keep(seenKey, JSON.stringify(next));
}

/** The first page: what happens, what changed, and where which level is. */
export function Now() {
  const { now } = words.value;
  const first = seen.value === undefined && line.value === "live" && threatsKnown.value;
  useEffect(() => {
    if (first) look();
  }, [first]);
  const changes = changesSince(seen.value, shown.value, threats.value);
  return (
    <div class="now">
      <div class="lead">
        <h1 tabIndex={-1} class="hidden">{now.title}</h1>
        <DataAge />
        <Following />
        <Changes changes={changes} since={seen.value?.at} onSeen={look} />
        <section aria-labelledby="happening">
          <h2 id="happening">{now.situations}</h2>
          {shown.value.length > 0 ? <ol class="cards">{shown.value.map((alert) => <SituationCard key={alert.situation} alert={alert} />)}</ol> : <p class="quiet">{nothingText()}</p>}
        </section>
      </div>
      <div class="aside">
        <LevelMap />
        <Places />
      </div>
    </div>
  );
}

// Only a server that is heard and that sees may say that nothing is happening.
function nothingText(): string {
  const { now, shell } = words.value;
  if (line.value === "connecting") return shell.loading;
  if (line.value !== "live") return now.noneUnknown;
  return situations.value.blindSince !== undefined || serverStatus.value?.blindSinceTime ? now.noneBlind : now.none;
}
