import { useState } from "preact/hooks";
import type { Watch } from "#api/watch_pb";
import { notify } from "../api/clients.ts";
import { threats } from "../live/state.ts";
import { Failure } from "../parts/failure.tsx";
import { useLoaded } from "../parts/loaded.ts";
import { useSending } from "../parts/sent.ts";
import { levelNumber } from "../terms/level.ts";
import { urgencyName } from "../terms/urgency.ts";
import { words } from "../words/words.ts";
import { WatchForm } from "./form.tsx";
import { SilenceForm } from "./silence.tsx";

const most = 200;

/** A city's name where this page has it, else its number. */
export function cityName(id: number): string {
  const city = threats.value.find((threat) => threat.city?.geonamesId === id)?.city;
  return city ? `${city.name}, ${city.countryCode}` : `GeoNames ${id}`;
}

/** What a watch lets through, in words. */
export function watchText(watch: Watch): string {
  const { watches, terms } = words.value;
  const filter = watch.filter;
  const parts = [
    ...(filter?.geonamesIds ?? []).map(cityName), ...(filter?.countryCodes ?? []),
    filter && levelNumber(filter.minimumLevel) > 0 ? `${watches.level} ${levelNumber(filter.minimumLevel)}` : "",
    filter && filter.minimumUrgency > 0 ? `${watches.urgency} ${terms.urgencies[urgencyName(filter.minimumUrgency)]}` : "",
    filter?.excludeExercises ? watches.exercises : "",
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(" · ") : watches.everything;
}

function Item({ watch, onChanged }: { watch: Watch; onChanged: () => void }) {
  const { watches } = words.value;
  const [editing, setEditing] = useState(false);
  const deleting = useSending<unknown>(onChanged);
  return (
    <li class="panel stack">
      <h2>{watch.displayName || watches.title}</h2>
      <p>{watchText(watch)}</p>
      {editing ? <WatchForm watch={watch} onDone={() => {
        setEditing(false);
        onChanged();
      }} /> : (
        <p class="actions">
          <button type="button" onClick={() => setEditing(true)}>{watches.edit}</button>
          <button type="button" disabled={deleting.busy} onClick={() => deleting.send(() => notify.deleteWatch({ name: watch.name }))}>{watches.delete}</button>
        </p>
      )}
      <Failure text={deleting.failure} />
      {editing ? null : <SilenceForm watch={watch} onDone={onChanged} />}
    </li>
  );
}

/** What this officer wants to be told: watches that nobody else sees. */
export function Watches() {
  const { watches, shell } = words.value;
  const asked = useLoaded((signal) => notify.listWatches({ pageSize: most }, { signal }), []);
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{watches.title}</h1>
      <p class="soft">{watches.note}</p>
      <Failure text={asked.failure} retry={asked.reload} />
      {asked.value || asked.failure ? null : <p class="soft" role="status">{shell.loading}</p>}
      {asked.value?.watches.length === 0 ? <p class="quiet">{watches.none}</p> : null}
      <ul class="stack">{asked.value?.watches.map((watch) => <Item key={watch.name} watch={watch} onChanged={asked.reload} />)}</ul>
      <section class="panel" aria-labelledby="add"><h2 id="add">{watches.add}</h2><WatchForm watch={undefined} onDone={asked.reload} /></section>
    </div>
  );
}

