import type { Alert } from "#api/alert_pb";
import type { Incident } from "#api/incident_pb";
import type { Report } from "#api/report_pb";
import { notify } from "../api/clients.ts";
import { language } from "../shell/settings.ts";
import { ingest } from "../api/ingest.ts";

const mostReports = 24;
const mostAlerts = 200;

/** An incident with the reports behind it and the alerts that told of it. */
export interface Known {
  readonly incident: Incident;
  /** By "reports/{id}"; one that may not be read is missing. */
  readonly reports: ReadonlyMap<string, Report>;
  /** The newest first. */
  readonly alerts: readonly Alert[];
}

/** Alerts of an incident: those of its thread when it is known, else those of its place that name it. */
async function alertsOf(incident: Incident, thread: string | undefined, signal: AbortSignal): Promise<Alert[]> {
  if (incident.historic) return [];
  const place = incident.sites[0]?.place?.geonamesId;
  const asked = thread ? { situation: thread } : { filter: place ? { geonamesIds: [place] } : {} };
  const found = (await notify.listAlerts({ ...asked, language: language.value, pageSize: mostAlerts }, { signal })).alerts;
  if (thread) return found;
  const own = found.find((alert) => alert.incident?.name === incident.name);
  return own ? alertsOf(incident, own.situation, signal) : [];
}

/** Asks for all that is known of an incident. */
export async function known(id: string, thread: string | undefined, signal: AbortSignal): Promise<Known | undefined> {
  const { incident } = await ingest.getIncident({ name: `incidents/${id}` }, { signal });
  if (!incident) return undefined;
  const [alerts, reports] = await Promise.all([
    alertsOf(incident, thread, signal),
    Promise.all(incident.reports.slice(-mostReports).map(({ report }) => ingest.getReport({ name: report }, { signal }).then((answer) => answer.report, () => undefined))),
  ]);
  return { incident, alerts, reports: new Map(reports.filter((report) => report !== undefined).map((report) => [report.name, report])) };
}
