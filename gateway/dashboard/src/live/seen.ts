import type { Alert } from "#api/alert_pb";
import type { CityThreat } from "#api/threat_pb";
import { levelNumber, type LevelNumber } from "../terms/level.ts";
import { isOpen } from "../terms/urgency.ts";

/** What was on the screen when the officer last looked: kept on the device. */
export interface Seen {
  /** When, in milliseconds of the device's clock. */
  readonly at: number;
  /** Revision by "situations/{id}". */
  readonly situations: Readonly<Record<string, number>>;
  /** Level by GeoNames id. */
  readonly levels: Readonly<Record<string, LevelNumber>>;
}

/** One difference between then and now. */
export type Change =
  | { readonly kind: "new" | "more" | "ended"; readonly alert: Alert }
  | { readonly kind: "up" | "down"; readonly threat: CityThreat; readonly before: LevelNumber; readonly after: LevelNumber };

/** What is on the screen now, for the next time. Levels that were not loaded this time keep what was last seen of them. */
export function seenNow(at: number, alerts: readonly Alert[], threats: readonly CityThreat[], before: Seen | undefined): Seen {
  return {
    at,
    situations: Object.fromEntries(alerts.map((alert) => [alert.situation, Number(alert.situationRevision)])),
    levels: { ...before?.levels, ...Object.fromEntries(threats.map((threat) => [String(threat.city?.geonamesId ?? 0), levelNumber(threat.level)])) },
  };
}

/** What changed since then, the situations first; nothing on the very first look, when all would be new. */
export function changesSince(seen: Seen | undefined, alerts: readonly Alert[], threats: readonly CityThreat[]): Change[] {
  if (!seen) return [];
  const changes: Change[] = [];
  for (const alert of alerts) {
    const known = seen.situations[alert.situation];
    if (known === undefined) changes.push({ kind: isOpen(alert) ? "new" : "ended", alert });
    else if (known < Number(alert.situationRevision)) changes.push({ kind: isOpen(alert) ? "more" : "ended", alert });
  }
  for (const threat of threats) {
    const before = seen.levels[String(threat.city?.geonamesId ?? 0)];
    const after = levelNumber(threat.level);
    if (before !== undefined && before !== after) changes.push({ kind: after > before ? "up" : "down", threat, before, after });
  }
  return changes;
}
