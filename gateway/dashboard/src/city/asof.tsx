import { useState } from "preact/hooks";
import { now } from "../live/state.ts";
import { Choice } from "../parts/choice.tsx";
import { href } from "../shell/route.ts";
import { words } from "../words/words.ts";
import type { AsOf } from "./asked.ts";

/** "2024-09-17T05:00" in UTC, as the browser's own field for times wants it. */
export function fieldOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16);
}

/** Looks at the city at another time, as it was said then or as it is known now; and makes a page for headquarters of it. */
export function AsOfForm({ id, asOf }: { id: string; asOf: AsOf }) {
  const { city } = words.value;
  const [at, setAt] = useState(fieldOf(asOf.at ?? now.value));
  const [known, setKnown] = useState(asOf.knownNow ? "now" : "then");
  const query = (): Record<string, string> => ({ at: `${at}:00Z`, known });
  return (
    <section class="panel" aria-labelledby="as-of">
      <h2 id="as-of">{city.asOf}</h2>
      <form class="form" onSubmit={(event) => {
        event.preventDefault();
        location.hash = href("city", id, query());
      }}>
        <label>UTC<input type="datetime-local" required value={at} onInput={(event) => setAt(event.currentTarget.value)} /></label>
        <Choice label={city.asOfHow} value={known} options={[{ value: "then", label: city.asOfSaid }, { value: "now", label: city.asOfKnown }]} onChoose={setKnown} />
        <p class="actions"><button type="submit">{city.asOf}</button><a class="button" href={href("brief", id, asOf.at === undefined ? {} : query())}>{city.brief}</a></p>
      </form>
    </section>
  );
}
