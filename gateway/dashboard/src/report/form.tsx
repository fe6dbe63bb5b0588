import { useState } from "preact/hooks";
import type { SubmitReportResponse } from "#api/ingest_service_pb";
import { TargetKind, TimePrecision, TlpLabel } from "#api/terms_pb";
import { ingest } from "../api/ingest.ts";
import { Choice, optionsOf } from "../parts/choice.tsx";
import { Failure } from "../parts/failure.tsx";
import { PlaceField } from "../parts/place.tsx";
import { useSending } from "../parts/sent.ts";
import { attackChoices, localChoices } from "../terms/types.ts";
import { words } from "../words/words.ts";
import { CountryChoice, lastCountry } from "./country.tsx";
import { type Draft, reportOf } from "./draft.ts";
import { Sent } from "./sent.tsx";
import { noSource } from "./said.ts";
import { SourceFields } from "./source.tsx";

/** The device's own date and time, as its field for times wants it. */
function deviceNow(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function emptyDraft(): Draft {
  return {
    type: "", place: "", placeId: 0, country: lastCountry(), spot: "", when: deviceNow(), precision: TimePrecision.EXACT, ongoing: "", killed: "", wounded: "", abducted: "",
    target: TargetKind.UNSPECIFIED, complex: false, separate: false, text: "",
  };
}

/** A report that a person fills in. What is left empty is not known. */
export function ReportForm() {
  const { report, terms } = words.value;
  const [draft, setDraft] = useState(emptyDraft);
  const [source, setSource] = useState(noSource);
  const sending = useSending<SubmitReportResponse>();
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  if (sending.answer) {
    return <Sent reports={[sending.answer.name]} red={source.tlp === TlpLabel.RED} onAgain={() => {
      sending.clear();
      setDraft(emptyDraft());
    }} />;
  }
  const number = (label: string, field: "killed" | "wounded" | "abducted") => (
    <label>{label}<input type="number" inputMode="numeric" min={0} max={1_000_000} value={draft[field]} onInput={(event) => set({ [field]: event.currentTarget.value })} /></label>
  );
  return (
    <form class="form panel" onSubmit={(event) => {
      event.preventDefault();
      sending.send((requestId) => ingest.submitReport({ requestId, report: reportOf(draft, source) }));
    }}>
      <label>{report.type}
        <select required value={draft.type} onChange={(event) => set({ type: event.currentTarget.value })}>
          <option value="">{report.typeChoose}</option>
          <optgroup label={report.groupAttack}>{attackChoices().map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}</optgroup>
          <optgroup label={report.groupLocal}>{localChoices().map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}</optgroup>
        </select>
      </label>
      <div class="pair">
        <PlaceField label={report.place} required value={draft.place} onType={(place) => set({ place, placeId: 0 })} onPick={({ place }) => {
          set({ place: place?.name ?? "", placeId: place?.geonamesId ?? 0, country: place?.countryCode ?? draft.country });
        }} />
        <CountryChoice label={words.value.now.findCountry} value={draft.country} required onChoose={(country) => set({ country, placeId: 0 })} />
        <label>{report.spot}<input maxLength={200} value={draft.spot} onInput={(event) => set({ spot: event.currentTarget.value })} /></label>
      </div>
      <div class="pair">
        <label>{report.when}<input type="datetime-local" required value={draft.when} onInput={(event) => set({ when: event.currentTarget.value })} /></label>
        <Choice label={report.precision} value={draft.precision} options={optionsOf(terms.precisions)} onChoose={(value) => set({ precision: Number(value) })} />
        <Choice label={report.ongoing} value={draft.ongoing} options={[{ value: "", label: report.notKnown }, { value: "yes", label: report.yes }, { value: "no", label: report.no }]} onChoose={(value) => set({ ongoing: value as Draft["ongoing"] })} />
      </div>
      <div class="pair">{number(report.killed, "killed")}{number(report.wounded, "wounded")}{number(report.abducted, "abducted")}</div>
      <p class="hint">{report.killed}, {report.wounded}, {report.abducted}: {report.unknownHint}.</p>
      <Choice label={report.target} value={draft.target} options={[{ value: 0, label: report.notKnown }, ...optionsOf(terms.targets)]} onChoose={(value) => set({ target: Number(value) })} />
      <label>{report.words}<textarea rows={4} maxLength={65_536} value={draft.text} onInput={(event) => set({ text: event.currentTarget.value })} /></label>
      <label class="check"><input type="checkbox" checked={draft.complex} onChange={(event) => set({ complex: event.currentTarget.checked })} />{report.complex}</label>
      <label class="check"><input type="checkbox" checked={draft.separate} onChange={(event) => set({ separate: event.currentTarget.checked })} />{report.separate}</label>
      <SourceFields draft={source} onDraft={setSource} />
      <p class="actions"><button type="submit" class="main" disabled={sending.busy || (source.tlp === TlpLabel.RED && source.recipients.length === 0)}>{sending.busy ? report.sending : report.send}</button></p>
      <Failure text={sending.failure} />
    </form>
  );
}
