import "../style/watches.css";
import { useState } from "preact/hooks";
import type { Watch } from "#api/watch_pb";
import { notify } from "../api/clients.ts";
import { pointText } from "../geo/points.ts";
import { followed, followWatch } from "../live/followed.ts";
import { refollow } from "../live/run.ts";
import { Failure } from "../parts/failure.tsx";
import { useLoaded } from "../parts/loaded.ts";
import { useSending } from "../parts/sent.ts";
import { Sure } from "../parts/sure.tsx";
import { countryName } from "../sign/area.tsx";
import { levelNumber } from "../terms/level.ts";
import { urgencyName } from "../terms/urgency.ts";
import { words } from "../words/words.ts";
import { WatchForm } from "./form.tsx";
import { placeName } from "./names.ts";
import { SilenceForm } from "./silence.tsx";

const most = 200;

/** What a watch lets through, in words. */
export function watchText(watch: Watch): string {
  const { watches, terms } = words.value;
  const filter = watch.filter;
  const parts = [
    ...(filter?.geonamesIds ?? []).map(placeName), ...(filter?.countryCodes ?? []).map(countryName),
    ...(filter?.ownSites ?? []).map((site) => watches.site(site.displayName || (site.place.case === "geonamesId" ? placeName(site.place.value) : ""), site.radiusKm)),
    ...(filter?.routes ?? []).map((route) => watches.route(route.points.length, route.widthKm)), ...(filter?.polygons ?? []).map((polygon) => watches.polygon(polygon.corners.length)),
    ...(filter?.areas ?? []).map((area) => watches.circle(area.centre ? pointText(area.centre) : "", area.radiusKm)),
    filter && levelNumber(filter.minimumLevel) > 0 ? `${watches.level} ${levelNumber(filter.minimumLevel)}` : "",
    filter && filter.minimumUrgency > 0 ? `${watches.urgency} ${terms.urgencies[urgencyName(filter.minimumUrgency)]}` : "",
    filter?.excludeExercises ? watches.exercises : "",
    watch.quietHours ? watches.quietSaid(watch.quietHours.start, watch.quietHours.end, watch.quietHours.timeZone) : "",
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(" · ") : watches.everything;
}

function Item({ watch, onChanged }: { watch: Watch; onChanged: () => void }) {
  const { watches } = words.value;
  const [editing, setEditing] = useState(false);
  const isFollowed = followed.value === watch.name;
  const deleting = useSending<unknown>(() => {
    if (isFollowed) followWatch("");
    onChanged();
  });
  return (
    <li class="panel stack">
      <h2>{watch.displayName || watches.title} {isFollowed ? <span class="tag">{watches.followedHere}</span> : null}</h2>
      <p>{watchText(watch)}</p>
      {editing ? <WatchForm watch={watch} onCancel={() => setEditing(false)} onDone={() => {
        setEditing(false);
        onChanged();
        if (isFollowed) refollow();
      }} /> : (
        <p class="actions">
          {isFollowed ? null : <button type="button" onClick={() => followWatch(watch.name, watch.displayName)}>{watches.follow}</button>}
          <button type="button" onClick={() => setEditing(true)}>{watches.edit}</button>
          <Sure label={watches.delete} ask={watches.deleteAsk} busy={deleting.busy} onSure={() => deleting.send(() => notify.deleteWatch({ name: watch.name }))} />
        </p>
      )}
      <Failure text={deleting.failure} />
      {editing ? null : <SilenceForm watch={watch} onDone={onChanged} />}
      {isFollowed || editing ? null : <p class="note soft">{watches.notFollowed}</p>}
    </li>
  );
}

/** What this officer wants to be told: watches that nobody else sees. */
export function Watches() {
  const { watches, shell, follow } = words.value;
  const asked = useLoaded((signal) => notify.listWatches({ pageSize: most }, { signal }), []);
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{watches.title}</h1>
      <p class="soft">{watches.note}</p>
      <p role="status">{followed.value ? watches.followsOne : watches.followsAll} {followed.value ? <button type="button" onClick={() => followWatch("")}>{follow.everything}</button> : null}</p>
      <Failure text={asked.failure} retry={asked.reload} />
      {asked.value || asked.failure ? null : <p class="soft" role="status">{shell.loading}</p>}
      {asked.value?.watches.length === 0 ? <p class="quiet">{watches.none}</p> : null}
      <ul class="stack">{asked.value?.watches.map((watch) => <Item key={watch.name} watch={watch} onChanged={asked.reload} />)}</ul>
      <section class="panel" aria-labelledby="add"><h2 id="add">{watches.add}</h2><WatchForm watch={undefined} onDone={asked.reload} /></section>
    </div>
  );
}

