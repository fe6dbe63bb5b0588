import { useMemo } from "preact/hooks";
import { words } from "../words/words.ts";
import type { WatchDraft } from "./draft.ts";

/** Hours of each day in which nothing but what is urgent rings, in the local time of a zone that is named. */
export function QuietFields({ draft, onDraft }: { draft: WatchDraft; onDraft: (change: Partial<WatchDraft>) => void }) {
  const { watches } = words.value;
  const zones = useMemo(() => (typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : []), []);
  return (
    <fieldset class="plain-set">
      <legend class="hidden">{watches.quiet}</legend>
      <label class="check"><input type="checkbox" checked={draft.quiet} onChange={(event) => onDraft({ quiet: event.currentTarget.checked })} />{watches.quiet}</label>
      {draft.quiet ? (
        <>
          <div class="pair">
            <label>{watches.quietFrom}<input type="time" required value={draft.quietStart} onInput={(event) => onDraft({ quietStart: event.currentTarget.value })} /></label>
            <label>{watches.quietTo}<input type="time" required value={draft.quietEnd} onInput={(event) => onDraft({ quietEnd: event.currentTarget.value })} /></label>
            <label>{watches.zone}<input required list="zones" value={draft.zone} onInput={(event) => onDraft({ zone: event.currentTarget.value })} /></label>
          </div>
          <datalist id="zones">{zones.map((zone) => <option key={zone} value={zone} />)}</datalist>
          <p class="hint">{watches.quietNote}</p>
        </>
      ) : null}
    </fieldset>
  );
}
