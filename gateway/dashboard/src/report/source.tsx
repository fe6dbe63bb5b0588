import { TlpLabel } from "#api/terms_pb";
import { Choice, optionsOf } from "../parts/choice.tsx";
import { Recipients } from "./recipients.tsx";
import { words } from "../words/words.ts";
import type { SourceDraft } from "./said.ts";

// AMBER says the same as AMBER+STRICT here: partners are not served.
const labels = [TlpLabel.RED, TlpLabel.AMBER_STRICT, TlpLabel.GREEN, TlpLabel.CLEAR];

/** The fields of a source. */
export function SourceFields({ draft, onDraft }: { draft: SourceDraft; onDraft: (draft: SourceDraft) => void }) {
  const { report, terms } = words.value;
  const grades = (letters: string, names: readonly string[]) => optionsOf(names.map((name, number) => `${letters[number - 1] ?? ""} ${name}`));
  return (
    <fieldset class="plain-set">
      <legend class="hidden">{report.source}</legend>
      <div class="pair">
        <label>{report.source}<input maxLength={200} value={draft.name} onInput={(event) => onDraft({ ...draft, name: event.currentTarget.value })} /></label>
        <Choice label={report.kind} value={draft.kind} options={[{ value: 0, label: report.notKnown }, ...optionsOf(terms.claimants)]} onChoose={(value) => onDraft({ ...draft, kind: Number(value) })} />
      </div>
      <p class="hint">{report.source}: {report.sourceHint}</p>
      <div class="pair">
        <Choice label={report.reliability} value={draft.reliability} options={grades("ABCDEF", terms.reliabilities)} onChoose={(value) => onDraft({ ...draft, reliability: Number(value) })} />
        <Choice label={report.credibility} value={draft.credibility} options={grades("123456", terms.credibilities)} onChoose={(value) => onDraft({ ...draft, credibility: Number(value) })} />
        <Choice label={report.tlp} value={draft.tlp} options={labels.map((label) => ({ value: label, label: `TLP:${terms.tlp[label] ?? ""}` }))} onChoose={(value) => onDraft({ ...draft, tlp: Number(value), recipients: [] })} />
      </div>
      <p class="hint">{report.tlpNotes[draft.tlp]}</p>
      {draft.tlp === TlpLabel.RED ? <Recipients chosen={draft.recipients} onChosen={(recipients) => onDraft({ ...draft, recipients })} /> : null}
      <label class="check"><input type="checkbox" checked={draft.forwarded} onChange={(event) => onDraft({ ...draft, forwarded: event.currentTarget.checked })} />{report.forwarded}</label>
      <label class="check"><input type="checkbox" checked={draft.exercise} onChange={(event) => onDraft({ ...draft, exercise: event.currentTarget.checked })} />{report.exercise}</label>
    </fieldset>
  );
}
