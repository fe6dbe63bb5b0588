import { useEffect, useState } from "preact/hooks";
import type { Alert } from "#api/alert_pb";
import { Urgency } from "#api/terms_pb";
import type { Watch } from "#api/watch_pb";
import { notify } from "../api/clients.ts";
import { failureText } from "../api/failure.ts";
import { threats } from "../live/state.ts";
import { Choice, optionsOf } from "../parts/choice.tsx";
import { Failure } from "../parts/failure.tsx";
import { useSending } from "../parts/sent.ts";
import { AlertTags } from "../parts/urgency.tsx";
import { headlineOf } from "../shell/spoken.ts";
import { language } from "../shell/settings.ts";
import { words } from "../words/words.ts";
import { draftOf, emptyDraft, filterOf, type WatchDraft } from "./draft.ts";
import { cityName } from "./watches.tsx";

const settleMs = 400;
const mostAlerts = 200;
const mostShown = 5;

/** What would have come through a filter lately: the alerts of the log, asked with it. */
function Preview({ draft, before }: { draft: WatchDraft; before: Watch | undefined }) {
  const { watches } = words.value;
  const [found, setFound] = useState<readonly Alert[] | undefined>();
  const [failure, setFailure] = useState("");
  useEffect(() => {
    const control = new AbortController();
    const timer = setTimeout(() => {
      notify.listAlerts({ filter: filterOf(draft, before?.filter), language: language.value, pageSize: mostAlerts }, { signal: control.signal }).then((answer) => {
        setFound(answer.alerts);
        setFailure("");
      }, (error: unknown) => { if (!control.signal.aborted) setFailure(failureText(error)); });
    }, settleMs);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [draft, before]);
  return (
    <div aria-live="polite">
      <h3>{watches.preview}</h3>
      <Failure text={failure} />
      {found ? <p class="soft">{watches.fits(found.length)}</p> : null}
      <ul class="list">{found?.filter((alert, index) => found.findIndex((other) => other.situation === alert.situation) === index).slice(0, mostShown).map((alert) => <li key={alert.name}><AlertTags alert={alert} />{headlineOf(alert)}</li>)}</ul>
    </div>
  );
}

/** Makes a watch, or changes one, with what would have come through it. */
export function WatchForm({ watch, onDone }: { watch: Watch | undefined; onDone: () => void }) {
  const { watches, terms } = words.value;
  const [draft, setDraft] = useState(() => (watch ? draftOf(watch) : emptyDraft));
  const set = (change: Partial<WatchDraft>): void => setDraft((before) => ({ ...before, ...change }));
  const sending = useSending<unknown>(() => {
    if (!watch) setDraft(emptyDraft);
    onDone();
  });
  const free = threats.value.filter((threat) => threat.city && !draft.cities.includes(threat.city.geonamesId));
  return (
    <form class="form" onSubmit={(event) => {
      event.preventDefault();
      const wanted = { displayName: draft.name, filter: filterOf(draft, watch?.filter) };
      sending.send(async (requestId) => watch
        ? notify.updateWatch({ watch: { ...wanted, name: watch.name, etag: watch.etag } })
        : notify.createWatch({ requestId, watch: { ...wanted, language: language.value } }));
    }}>
      <label>{watches.name}<input required maxLength={100} value={draft.name} onInput={(event) => set({ name: event.currentTarget.value })} /></label>
      {draft.cities.length > 0 ? (
        <ul class="tags" aria-label={watches.cities}>
          {draft.cities.map((id) => <li key={id}><button type="button" aria-label={`${cityName(id)}: ${watches.delete}`} onClick={() => set({ cities: draft.cities.filter((other) => other !== id) })}>{cityName(id)} ×</button></li>)}
        </ul>
      ) : null}
      <div class="pair">
        <Choice label={watches.cities} value="" options={[{ value: "", label: watches.choose }, ...free.map((threat) => ({ value: threat.city?.geonamesId ?? 0, label: `${threat.city?.name}, ${threat.city?.countryCode}` }))]} onChoose={(id) => { if (id) set({ cities: [...draft.cities, Number(id)] }); }} />
        <label>{watches.countries}<input value={draft.countries} pattern="[A-Za-z, ]*" maxLength={1000} onInput={(event) => set({ countries: event.currentTarget.value })} /></label>
      </div>
      <div class="pair">
        <Choice label={watches.level} value={draft.level} options={[{ value: 0, label: watches.anyLevel }, ...optionsOf(terms.levels.map((name, number) => `${number} ${name}`))]} onChoose={(value) => set({ level: Number(value) })} />
        <Choice label={watches.urgency} value={draft.urgency} options={[{ value: 0, label: watches.anyLevel }, { value: Urgency.PRIORITY, label: terms.urgencies.priority }, { value: Urgency.FLASH, label: terms.urgencies.flash }]} onChoose={(value) => set({ urgency: Number(value) })} />
      </div>
      <label class="check"><input type="checkbox" checked={draft.excludeExercises} onChange={(event) => set({ excludeExercises: event.currentTarget.checked })} />{watches.exercises}</label>
      <p class="actions"><button type="submit" class="main" disabled={sending.busy}>{watch ? watches.save : watches.add}</button></p>
      <Failure text={sending.failure} />
      <Preview draft={draft} before={watch} />
    </form>
  );
}
