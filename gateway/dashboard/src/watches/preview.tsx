import { useEffect, useState } from "preact/hooks";
import type { PreviewWatchResponse } from "#api/notify_service_pb";
import type { Watch } from "#api/watch_pb";
import { notify } from "../api/clients.ts";
import { failureText } from "../api/failure.ts";
import { now } from "../live/state.ts";
import { Failure } from "../parts/failure.tsx";
import { AlertTags } from "../parts/urgency.tsx";
import { href } from "../shell/route.ts";
import { language } from "../shell/settings.ts";
import { headlineOf } from "../shell/spoken.ts";
import { ago, dateOnly, millis } from "../terms/when.ts";
import { words } from "../words/words.ts";
import { filterOf, quietOf, type WatchDraft } from "./draft.ts";

const settleMs = 400;
const days = 30;
const mostAlerts = 200;
const mostShown = 8;

/** What a watch would have told in the last 30 days, reckoned by the server as it reckons the stream. */
export function Preview({ draft, before }: { draft: WatchDraft; before: Watch | undefined }) {
  const { watches } = words.value;
  const [answer, setAnswer] = useState<PreviewWatchResponse | undefined>();
  const [failure, setFailure] = useState("");
  useEffect(() => {
    const control = new AbortController();
    const timer = setTimeout(() => {
      const quietHours = quietOf(draft);
      notify.previewWatch({ watch: { filter: filterOf(draft, before?.filter), ...(quietHours ? { quietHours } : {}) }, days, limit: mostAlerts, language: language.value }, { signal: control.signal }).then((told) => {
        setAnswer(told);
        setFailure("");
      }, (error: unknown) => { if (!control.signal.aborted) setFailure(failureText(error)); });
    }, settleMs);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [draft, before, language.value]);
  const since = millis(answer?.sinceTime);
  // One line a thread: its newest alert speaks for it.
  const threads = answer?.alerts.filter(({ alert }, index) => answer.alerts.findIndex((other) => other.alert?.situation === alert?.situation) === index) ?? [];
  return (
    <section class="preview" aria-live="polite" aria-labelledby="preview-title">
      <h3 id="preview-title">{watches.preview}</h3>
      <Failure text={failure} />
      {answer ? <p class="soft">{watches.told(answer.alertCount, answer.situationCount, answer.flashCount, answer.hushedCount)}{since === undefined ? "" : ` ${watches.toldSince(dateOnly(since))}`}</p> : null}
      <ul class="list">
        {threads.slice(0, mostShown).map(({ alert, hush }) => alert ? (
          <li key={alert.name}>
            <AlertTags alert={alert} />
            <p>{alert.incident ? <a href={href("incident", alert.incident.name.split("/")[1] ?? "")}>{headlineOf(alert)}</a> : headlineOf(alert)}</p>
            <p class="note soft">{[alert.issueTime ? ago(millis(alert.issueTime) ?? 0, now.value) : "", hush ? watches.hushed : ""].filter(Boolean).join(" · ")}</p>
          </li>
        ) : null)}
      </ul>
      {threads.length > mostShown ? <p class="soft note">{words.value.now.andMore(threads.length - mostShown)}</p> : null}
    </section>
  );
}
