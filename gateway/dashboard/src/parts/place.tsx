import { useEffect, useId, useState } from "preact/hooks";
import type { FoundPlace } from "#api/ingest_service_pb";
import { ingest } from "../api/ingest.ts";
import { words } from "../words/words.ts";

const settleMs = 200;
const shortest = 2;
const most = 8;

function text(found: FoundPlace): string {
  const { place, otherName } = found;
  return [`${place?.name ?? ""}${otherName ? ` (${otherName})` : ""}`, place?.admin1, place?.countryCode].filter(Boolean).join(", ");
}

/** A field in which somebody types a place: what the gazetteer knows of that beginning is offered, in any script. By keyboard: arrows, Enter, Escape. */
export function PlaceField({ label, value, country = "", required = false, hint, onType, onPick }: {
  label: string; value: string; country?: string; required?: boolean; hint?: string; onType: (typed: string) => void; onPick: (found: FoundPlace) => void;
}) {
  const id = useId();
  const [found, setFound] = useState<readonly FoundPlace[]>([]);
  const [at, setAt] = useState(-1);
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    if (!typing || value.trim().length < shortest) {
      setFound([]);
      return undefined;
    }
    const control = new AbortController();
    const timer = setTimeout(() => {
      ingest.searchPlaces({ prefix: value.trim(), countryCode: country, limit: most }, { signal: control.signal }).then((answer) => {
        setFound(answer.places);
        setAt(-1);
        // Help only: without an answer the field takes what was typed.
      }, () => setFound([]));
    }, settleMs);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [value, country, typing]);
  const close = (): void => {
    setTyping(false);
    setFound([]);
  };
  const pick = (one: FoundPlace): void => {
    close();
    onPick(one);
  };
  const open = found.length > 0;
  return (
    <div class="field place-field">
      <label for={id}>{label}</label>
      <input id={id} required={required} maxLength={200} value={value} placeholder={hint ?? words.value.report.placeHint} autoComplete="off" role="combobox" aria-expanded={open} aria-autocomplete="list"
        aria-controls={`${id}-list`} aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        onInput={(event) => {
          setTyping(true);
          onType(event.currentTarget.value);
        }}
        onBlur={close}
        onKeyDown={(event) => {
          if (!open) return;
          if (event.key === "ArrowDown" || event.key === "ArrowUp") setAt((before) => (before + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length);
          else if (event.key === "Enter" && found[at]) pick(found[at]);
          else if (event.key === "Escape") close();
          else return;
          event.preventDefault();
        }} />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!open}>
        {found.map((one, index) => (
          // Before the field loses the focus, which closes the list.
          <li key={one.place?.geonamesId} id={`${id}-${index}`} role="option" aria-selected={index === at} onMouseDown={(event) => { event.preventDefault(); pick(one); }}>{text(one)}</li>
        ))}
      </ul>
    </div>
  );
}
