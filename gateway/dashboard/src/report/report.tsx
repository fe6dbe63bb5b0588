import "../style/report.css";
import { useState } from "preact/hooks";
import { words } from "../words/words.ts";
import { ReportForm } from "./form.tsx";
import { TextForm } from "./text.tsx";

/** Tells what happened: by a text that is read, or by a form. */
export function ReportPage() {
  const { report } = words.value;
  const [byForm, setByForm] = useState(false);
  return (
    <div class="stack">
      <div class="title">
        <h1 tabIndex={-1}>{report.title}</h1>
        <p class="switch" role="group" aria-label={report.title}>
          <button type="button" aria-pressed={!byForm} onClick={() => setByForm(false)}>{report.byText}</button>
          <button type="button" aria-pressed={byForm} onClick={() => setByForm(true)}>{report.byForm}</button>
        </p>
      </div>
      {byForm ? <ReportForm /> : <TextForm />}
    </div>
  );
}
