import { useState } from "preact/hooks";
import type { AuditEntry } from "#api/people_pb";
import { access } from "../api/access.ts";
import { Failure } from "../parts/failure.tsx";
import { useLoaded } from "../parts/loaded.ts";
import { Time } from "../parts/time.tsx";
import { words } from "../words/words.ts";

const page = 500;

/** Reads every page: the audit answers the oldest first, and people look at the newest. */
async function all(parent: string, signal: AbortSignal): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  let pageToken = "";
  do {
    const answer = await access.listAudit({ parent, pageSize: page, pageToken }, { signal });
    entries.push(...answer.entries);
    pageToken = answer.nextPageToken;
  } while (pageToken);
  return entries.reverse();
}

/** The audit as lines of JSON, for keeping elsewhere; the chain lets anybody check that no line is missing or changed. */
function download(entries: readonly AuditEntry[]): void {
  const lines = [...entries].reverse().map(({ number, time, organisation, actor, key, action, target, detail, chain }) => JSON.stringify({
    number: Number(number), time: time ? new Date(Number(time.seconds) * 1000 + time.nanos / 1e6).toISOString() : "", organisation, actor, key, action, target, detail,
    chain: [...chain].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
  }));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`${lines.join("\n")}\n`], { type: "application/x-ndjson" }));
  link.download = "audit.ndjson";
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Who did what to which report, override, watch or setting, the newest first. */
export function Audit() {
  const { audit, shell, now } = words.value;
  const [sought, setSought] = useState("");
  const asked = useLoaded(async (signal) => {
    const me = await access.getMe({}, { signal });
    return all(me.organisation, signal);
  }, []);
  const found = asked.value?.filter((entry) => `${entry.actor} ${entry.action} ${entry.target} ${entry.detail}`.toLowerCase().includes(sought.toLowerCase()));
  return (
    <div class="stack">
      <div class="title"><h1 tabIndex={-1}>{audit.title}</h1>{asked.value && asked.value.length > 0 ? <button type="button" onClick={() => download(asked.value ?? [])}>{audit.export}</button> : null}</div>
      <p class="soft">{audit.note}</p>
      <Failure text={asked.failure} retry={asked.reload} />
      {asked.value || asked.failure ? null : <p class="soft" role="status">{shell.loading}</p>}
      {asked.value?.length === 0 ? <p class="quiet">{audit.none}</p> : null}
      {found && asked.value && asked.value.length > 0 ? (
        <section class="panel">
          <label><span class="hidden">{now.find}</span><input type="search" placeholder={audit.find} value={sought} onInput={(event) => setSought(event.currentTarget.value)} /></label>
          <ol class="list audit">
            {found.slice(0, page).map((entry) => (
              <li key={String(entry.number)}>
                <p><span class="soft">{audit.number} {String(entry.number)}</span> <b>{entry.action}</b> {entry.actor}</p>
                <p class="note soft"><Time time={entry.time} /> {[entry.target, entry.detail].filter(Boolean).join(" · ")}</p>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </div>
  );
}
