import { signal } from "@preact/signals";
import { ThreatLevel } from "#api/terms_pb";
import type { CityThreat } from "#api/threat_pb";
import { risk } from "../api/clients.ts";
import { threats, threatsMore } from "../live/state.ts";
import { savesData } from "../shell/settings.ts";

/** Countries of which at least one place has a level, as asked so far. All others are drawn as not assessed: never the other way round. */
export const assessedCountries = signal<ReadonlySet<string>>(new Set());

/** Places of the countries in view that the first page of levels did not hold. */
export const placesInView = signal<readonly CityThreat[]>([]);

const askedAt = new Map<string, number>();
const askAgainMs = 10 * 60_000;
const mostCountries = savesData() ? 6 : 16;
const mostPlaces = 100;

/** Asks for what the view shows and the page does not know: whether a country is assessed, and its places where there are more than were loaded. */
export async function lookAt(codes: readonly string[]): Promise<void> {
  const known = new Set(threats.value.map((threat) => threat.city?.countryCode ?? ""));
  const due = codes.slice(0, mostCountries).filter((code) => Date.now() - (askedAt.get(code) ?? 0) > askAgainMs && (threatsMore.value || !known.has(code)));
  for (const code of due) {
    askedAt.set(code, Date.now());
    try {
      const page = await risk.listCityThreats({ countryCode: code, minimumLevel: ThreatLevel.MINIMAL, pageSize: threatsMore.value ? mostPlaces : 1 });
      if (page.threats.length > 0) assessedCountries.value = new Set([...assessedCountries.value, code]);
      placesInView.value = [...placesInView.value.filter((threat) => threat.city?.countryCode !== code), ...page.threats.filter((threat) => threat.level >= ThreatLevel.LOW)];
    } catch {
      // Stays "not assessed", and is asked again with the next look.
      askedAt.delete(code);
    }
  }
}
