import { ClaimantKind, InformationCredibility, SourceReliability, TlpLabel } from "#api/terms_pb";
import { Choice, optionsOf } from "../parts/choice.tsx";
import { words } from "../words/words.ts";

/** Who says it, how far to trust it, and who may see it. */
export interface SourceDraft {
  readonly name: string;
  readonly kind: ClaimantKind;
  readonly reliability: SourceReliability;
  readonly credibility: InformationCredibility;
  readonly forwarded: boolean;
  readonly tlp: TlpLabel;
  readonly exercise: boolean;
}

/** Nothing said yet: unknown is F and 6, and the label is the careful one. */
export const noSource: SourceDraft = {
  name: "", kind: ClaimantKind.UNSPECIFIED, reliability: SourceReliability.F, credibility: InformationCredibility.CANNOT_BE_JUDGED, forwarded: false,
  tlp: TlpLabel.AMBER_STRICT, exercise: false,
};

// RED needs named recipients and AMBER partners, which are chosen elsewhere.
const labels = [TlpLabel.AMBER_STRICT, TlpLabel.GREEN, TlpLabel.CLEAR];

/** The fields of a source. */
export function SourceFields({ draft, onDraft }: { draft: SourceDraft; onDraft: (draft: SourceDraft) => void }) {
  const { report, terms } = words.value;
  const grades = (letters: string, names: readonly string[]) => optionsOf(names.map((name, number) => `${letters[number - 1] ?? ""} ${name}`));
  return (
    <fieldset class="plain-set">
      <legend class="hidden">{report.source}</legend>
      <div class="pair">
        <label>{report.source}<input maxLength={200} value={draft.name} onInput={(event) => onDraft({ ...draft, name: event.currentTarget.value })} /><span class="hint">{report.sourceHint}</span></label>
        <Choice label={report.kind} value={draft.kind} options={[{ value: 0, label: report.notKnown }, ...optionsOf(terms.claimants)]} onChoose={(value) => onDraft({ ...draft, kind: Number(value) })} />
      </div>
      <div class="pair">
        <Choice label={report.reliability} value={draft.reliability} options={grades("ABCDEF", terms.reliabilities)} onChoose={(value) => onDraft({ ...draft, reliability: Number(value) })} />
        <Choice label={report.credibility} value={draft.credibility} options={grades("123456", terms.credibilities)} onChoose={(value) => onDraft({ ...draft, credibility: Number(value) })} />
        <Choice label={report.tlp} value={draft.tlp} options={labels.map((label) => ({ value: label, label: `TLP:${terms.tlp[label] ?? ""}` }))} onChoose={(value) => onDraft({ ...draft, tlp: Number(value) })} />
      </div>
      <label class="check"><input type="checkbox" checked={draft.forwarded} onChange={(event) => onDraft({ ...draft, forwarded: event.currentTarget.checked })} />{report.forwarded}</label>
      <label class="check"><input type="checkbox" checked={draft.exercise} onChange={(event) => onDraft({ ...draft, exercise: event.currentTarget.checked })} />{report.exercise}</label>
    </fieldset>
  );
}
