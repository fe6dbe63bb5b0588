import { useEffect, useState } from "preact/hooks";
import type { SubmitTextResponse } from "#api/ingest_service_pb";
import { TlpLabel } from "#api/terms_pb";
import { failureText } from "../api/failure.ts";
import { ingest } from "../api/ingest.ts";
import { Failure } from "../parts/failure.tsx";
import { useSending } from "../parts/sent.ts";
import { words } from "../words/words.ts";
import { CountryChoice, lastCountry } from "./country.tsx";
import { Understood } from "./understood.tsx";
import { noSource } from "./said.ts";
import { SourceFields } from "./source.tsx";
import { Sent } from "./sent.tsx";

// Long enough not to ask at every letter, short enough to feel live.
const settleMs = 500;
const longest = 1_048_576;

interface Preview {
  readonly answer: SubmitTextResponse | undefined;
  readonly failure: string;
  readonly reading: boolean;
}

const nothing: Preview = { answer: undefined, failure: "", reading: false };

/** A text that is pasted, with what will be understood of it beside it before anything is sent. */
export function TextForm() {
  const { report } = words.value;
  const [text, setText] = useState("");
  const [country, setCountry] = useState(lastCountry);
  const [source, setSource] = useState(noSource);
  const [preview, setPreview] = useState(nothing);
  const sending = useSending<SubmitTextResponse>();
  const { tlp, recipients, exercise, ...who } = source;
  const asked = { text, countryCode: country, tlp, recipients: [...recipients], exercise, source: who };
  const unaddressed = tlp === TlpLabel.RED && recipients.length === 0;

  useEffect(() => {
    if (text.trim() === "" || unaddressed) {
      setPreview(nothing);
      return undefined;
    }
    const control = new AbortController();
    const timer = setTimeout(() => {
      setPreview((before) => ({ ...before, reading: true }));
      ingest.submitText({ ...asked, validateOnly: true }, { signal: control.signal }).then(
        (answer) => setPreview({ answer, failure: "", reading: false }),
        (error: unknown) => { if (!control.signal.aborted) setPreview({ answer: undefined, failure: failureText(error), reading: false }); },
      );
    }, settleMs);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [text, country, source]);

  if (sending.answer) {
    return <Sent reports={sending.answer.reports.map((item) => item.name)} red={tlp === TlpLabel.RED} onAgain={() => {
      sending.clear();
      setText("");
    }} />;
  }
  return (
    <div class="columns halves">
      <form class="form panel" onSubmit={(event) => {
        event.preventDefault();
        sending.send((requestId) => ingest.submitText({ ...asked, requestId }));
      }}>
        <label>{report.text}<textarea required rows={12} maxLength={longest} value={text} onInput={(event) => setText(event.currentTarget.value)} /><span class="hint">{report.textHint}</span></label>
        <CountryChoice label={report.country} value={country} onChoose={setCountry} />
        <SourceFields draft={source} onDraft={setSource} />
        <p class="actions"><button type="submit" class="main" disabled={sending.busy || text.trim() === "" || unaddressed}>{sending.busy ? report.sending : report.send}</button></p>
        <Failure text={sending.failure} />
      </form>
      <section class="panel" aria-labelledby="preview" aria-busy={preview.reading}>
        <h2 id="preview">{report.preview} {preview.reading ? <span class="soft">{report.previewing}</span> : null}</h2>
        <Failure text={preview.failure} />
        {preview.answer ? <Understood answer={preview.answer} /> : preview.failure ? null : <p class="soft">{report.previewEmpty}</p>}
      </section>
    </div>
  );
}
