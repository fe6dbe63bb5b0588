import type { ForecastPoint } from "#api/risk_service_pb";
import type { CityThreat } from "#api/threat_pb";
import { levelNumber } from "../terms/level.ts";
import { millis } from "../terms/when.ts";

/** Columns of the chart: seconds, chance in per cent, level. A level holds until the next was said; between two chances the line goes straight. */
export function columns(year: readonly CityThreat[], course: readonly ForecastPoint[], end: number): [number[], (number | null)[], (number | null)[]] {
  const chances = new Map<number, number>();
  for (const point of course) chances.set((millis(point.time) ?? 0) / 1000, point.probability30d * 100);
  const levels = new Map<number, number | null>();
  for (const threat of year) {
    const at = millis(threat.asOfTime);
    if (at !== undefined) levels.set(at / 1000, levelNumber(threat.level) || null);
  }
  const times = [...new Set([...chances.keys(), ...levels.keys(), end / 1000])].sort((a, b) => a - b);
  let level: number | null = null;
  return [times, times.map((at) => chances.get(at) ?? null), times.map((at) => {
    const said = levels.get(at);
    if (said !== undefined) level = said;
    return level;
  })];
}
