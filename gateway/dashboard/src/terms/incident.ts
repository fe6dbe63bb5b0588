import type { CasualtyRange, CasualtyStatement, Claimant, OccurredTime } from "#api/report_pb";
import type { Incident } from "#api/incident_pb";
import { TimePrecision } from "#api/terms_pb";
import { words } from "../words/words.ts";
import { fullTime, localDate, millis } from "./when.ts";

/** When an incident began, in milliseconds; a local date counts as its noon. Undefined when nobody says. */
export function startOf(occurred: OccurredTime | undefined): number | undefined {
  const start = millis(occurred?.startTime);
  if (start !== undefined) return start;
  const day = Date.parse(`${occurred?.localDate ?? ""}T12:00:00Z`);
  return Number.isNaN(day) ? undefined : day;
}

/** When it was, as exactly as it is known, by the clocks of the place. */
export function whenText(occurred: OccurredTime | undefined, zone: string): string {
  if (!occurred) return "";
  const precision = words.value.terms.precisions[occurred.precision] ?? "";
  const start = millis(occurred.startTime);
  const text = start === undefined ? localDate(occurred.localDate) : `${fullTime(start, zone)}${zone ? "" : " UTC"}`;
  return occurred.precision === TimePrecision.EXACT ? text : `${text} (${precision})`;
}

/** "4", "4 to 7", "at least 4"; empty when nobody says: unknown is never 0. */
export function rangeText(range: CasualtyRange | undefined): string {
  if (!range) return "";
  const { low, best, high } = range;
  const span = low !== undefined && high !== undefined && low !== high ? `${low}–${high}` : low !== undefined && high === undefined && low !== best ? `≥ ${low}` : high !== undefined && low === undefined && high !== best ? `≤ ${high}` : "";
  if (best === undefined) return span || (low !== undefined ? String(low) : "");
  return span ? `${best} (${span})` : String(best);
}

/** What is counted of losses. */
export const counts = ["killed", "wounded", "abducted", "attackersKilled"] as const;

/** The number to go by; undefined when nobody says. */
export function bestOf(range: CasualtyRange | undefined): number | undefined {
  return range?.best ?? range?.low ?? range?.high;
}

/** Whether two claimants give figures that cannot both be so. */
export function contradict(statements: readonly CasualtyStatement[]): boolean {
  return counts.some((count) => new Set(statements.map((statement) => bestOf(statement[count])).filter((value) => value !== undefined)).size > 1);
}

/** The best known number of killed; undefined when nobody says. */
export function killedOf(statement: CasualtyStatement | undefined): number | undefined {
  return bestOf(statement?.killed);
}

/** Who says it: the name with its kind, or the kind alone where nobody is named. */
export function claimantText(claimant: Claimant | undefined): [name: string, kind: string] {
  const kind = words.value.terms.claimants[claimant?.kind ?? 0] ?? "";
  return claimant?.name ? [claimant.name, claimant.kind > 0 ? kind : ""] : [kind, ""];
}

/** What happened, by type. */
export function typeText(incident: Pick<Incident, "subEventType" | "localType">): string {
  const { terms } = words.value;
  return (incident.localType ? terms.locals[incident.localType] : terms.subEvents[incident.subEventType]) ?? terms.subEvents[0] ?? "";
}
