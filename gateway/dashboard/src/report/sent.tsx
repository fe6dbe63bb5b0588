import { useEffect, useState } from "preact/hooks";
import { ingest } from "../api/ingest.ts";
import { href, idOf } from "../shell/route.ts";
import { words } from "../words/words.ts";

const askEveryMs = 500;
const mostAsks = 20;

/** Says that it is on disk, and leads to the incident once the report was joined with what is known; one under RED is part of none, and stands alone. */
export function Sent({ reports, red, onAgain }: { reports: readonly string[]; red: boolean; onAgain: () => void }) {
  const { report } = words.value;
  const [incidents, setIncidents] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(reports.length > 0 && !red);
  useEffect(() => {
    let asked = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const ask = async (): Promise<void> => {
      asked += 1;
      const found = await Promise.all(reports.map((name) => ingest.getReport({ name }).then((answer) => answer.report?.incident ?? "", () => "")));
      if (gone) return;
      setIncidents([...new Set(found.filter(Boolean))]);
      if (found.every(Boolean) || asked >= mostAsks) setAsking(false);
      else timer = setTimeout(() => void ask(), askEveryMs);
    };
    if (reports.length > 0 && !red) void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [reports.join()]);
  return (
    <section class="panel stack" role="status">
      <p class="done"><b>{reports.length > 1 ? report.sentMany(reports.length) : report.sent}</b></p>
      {asking ? <p class="soft">{report.folding}</p> : null}
      {red ? <><p>{report.redSent}</p>{reports.map((name) => <p key={name}><a href={href("told", idOf(name))}>{`${location.origin}/${href("told", idOf(name))}`}</a></p>)}</> : null}
      {incidents.map((name) => <p key={name}><a href={href("incident", idOf(name))}>{report.open}</a></p>)}
      <p><button type="button" onClick={onAgain}>{report.again}</button></p>
    </section>
  );
}
