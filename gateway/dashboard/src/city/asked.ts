import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { Incident } from "#api/incident_pb";
import type { ForecastPoint } from "#api/risk_service_pb";
import type { CityThreat } from "#api/threat_pb";
import { risk } from "../api/clients.ts";
import { ingest } from "../api/ingest.ts";

export const yearMs = 365 * 24 * 3_600_000;
const page = 500;

/** An instant of an address, and whether it asks for what is known now about then. */
export interface AsOf {
  /** Milliseconds; undefined: now. */
  readonly at: number | undefined;
  readonly knownNow: boolean;
}

/** Reads "at" and "known" of an address; an instant that cannot be read is now. */
export function asOfFrom(query: URLSearchParams): AsOf {
  const at = Date.parse(query.get("at") ?? "");
  return { at: Number.isNaN(at) ? undefined : at, knownNow: query.get("known") === "now" };
}

/** The threat in a city at an instant. */
export async function threatAt(id: string, { at, knownNow }: AsOf, signal: AbortSignal): Promise<CityThreat | undefined> {
  const asked = { name: `cities/${id}/threat`, ...(at === undefined ? {} : { asOfTime: timestampFromMs(at), knownNow }) };
  return (await risk.getCityThreat(asked, { signal })).threat;
}

/** What was said of a city in the year before an instant, the oldest first; the newest 500. */
export async function yearOf(id: string, end: number, signal: AbortSignal): Promise<CityThreat[]> {
  const answer = await risk.getThreatHistory({ name: `cities/${id}/threat`, startTime: timestampFromMs(end - yearMs), endTime: timestampFromMs(end), pageSize: page }, { signal });
  return answer.threats.reverse();
}

/** How the chance would have stood in the year before an instant, week by week, by what is known now. */
export async function courseOf(id: string, end: number, signal: AbortSignal): Promise<ForecastPoint[]> {
  return (await risk.getForecastCourse({ name: `cities/${id}/threat`, endTime: timestampFromMs(end) }, { signal })).points;
}

/** Incidents within 50 km of a city in the time before an instant, history included, the newest first; at most 500. */
export async function incidentsNear(id: string, end: number, spanMs: number, signal: AbortSignal): Promise<Incident[]> {
  const answer = await ingest.listIncidents(
    { geonamesId: Number(id), startTimeFrom: timestampFromMs(end - spanMs), startTimeTo: timestampFromMs(end), includeHistoric: true, pageSize: page }, { signal });
  return answer.incidents;
}
