import { useState } from "preact/hooks";
import { Urgency } from "#api/terms_pb";
import type { Watch } from "#api/watch_pb";
import { notify } from "../api/clients.ts";
import { Choice, optionsOf } from "../parts/choice.tsx";
import { Failure } from "../parts/failure.tsx";
import { useSending } from "../parts/sent.ts";
import { lastCountry } from "../report/country.tsx";
import { language } from "../shell/settings.ts";
import { words } from "../words/words.ts";
import { Areas } from "./areas.tsx";
import { draftOf, emptyDraft, filterOf, quietOf, type WatchDraft } from "./draft.ts";
import { Preview } from "./preview.tsx";
import { QuietFields } from "./quiet.tsx";

/** Makes a watch, or changes one, with what it would have told lately. */
export function WatchForm({ watch, onDone, onCancel }: { watch: Watch | undefined; onDone: (name: string) => void; onCancel?: () => void }) {
  const { watches, terms, shell } = words.value;
  const [draft, setDraft] = useState(() => (watch ? draftOf(watch) : emptyDraft));
  const set = (change: Partial<WatchDraft>): void => setDraft((before) => ({ ...before, ...change }));
  const sending = useSending<string>((name) => {
    if (!watch) setDraft(emptyDraft);
    onDone(name);
  });
  const suggesting = useSending<unknown>();
  return (
    <form class="form" onSubmit={(event) => {
      event.preventDefault();
      const quietHours = quietOf(draft);
      const wanted = { displayName: draft.name, filter: filterOf(draft, watch?.filter), ...(quietHours ? { quietHours } : {}) };
      sending.send(async (requestId) => {
        const { watch: stored } = watch
          ? await notify.updateWatch({ watch: { ...wanted, name: watch.name, etag: watch.etag }, updateMask: { paths: ["display_name", "filter", "quiet_hours"] } })
          : await notify.createWatch({ requestId, watch: { ...wanted, language: language.value } });
        return stored?.name ?? "";
      });
    }}>
      {watch ? null : (
        <p class="actions">
          <button type="button" disabled={suggesting.busy} onClick={() => suggesting.send(async () => {
            const { watch: suggested } = await notify.suggestWatch({ countryCodes: lastCountry() ? [lastCountry()] : [], language: language.value });
            if (suggested) setDraft(draftOf(suggested));
          })}>{watches.suggest}</button>
          <span class="soft note">{watches.suggestNote}</span>
        </p>
      )}
      <Failure text={suggesting.failure} />
      <label>{watches.name}<input required maxLength={100} value={draft.name} onInput={(event) => set({ name: event.currentTarget.value })} /></label>
      <Areas draft={draft} onDraft={set} />
      <div class="pair">
        <Choice label={watches.level} value={draft.level} options={[{ value: 0, label: watches.anyLevel }, ...optionsOf(terms.levels.map((name, number) => `${number} ${name}`))]} onChoose={(value) => set({ level: Number(value) })} />
        <Choice label={watches.urgency} value={draft.urgency} options={[{ value: 0, label: watches.anyLevel }, { value: Urgency.PRIORITY, label: terms.urgencies.priority }, { value: Urgency.FLASH, label: terms.urgencies.flash }]} onChoose={(value) => set({ urgency: Number(value) })} />
      </div>
      <QuietFields draft={draft} onDraft={set} />
      <label class="check"><input type="checkbox" checked={draft.excludeExercises} onChange={(event) => set({ excludeExercises: event.currentTarget.checked })} />{watches.exercises}</label>
      <p class="actions"><button type="submit" class="main" disabled={sending.busy}>{watch ? watches.save : watches.create}</button>{onCancel ? <button type="button" onClick={onCancel}>{shell.cancel}</button> : null}</p>
      <Failure text={sending.failure} />
      <Preview draft={draft} before={watch} />
    </form>
  );
}
