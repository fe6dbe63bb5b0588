import { useState } from "preact/hooks";
import { words } from "../words/words.ts";

/** A button for what cannot be taken back: the first press asks, the second does it, and leaving it asks anew. */
export function Sure({ label, ask, busy, onSure }: { label: string; ask: string; busy: boolean; onSure: () => void }) {
  const [asked, setAsked] = useState(false);
  if (!asked) return <button type="button" disabled={busy} onClick={() => setAsked(true)}>{label}</button>;
  return (
    <span class="sure" role="group" aria-label={ask}>
      <span>{ask}</span>
      <button type="button" class="danger" disabled={busy} ref={(button) => button?.focus()} onClick={() => { setAsked(false); onSure(); }}>{label}</button>
      <button type="button" onClick={() => setAsked(false)}>{words.value.shell.cancel}</button>
    </span>
  );
}
