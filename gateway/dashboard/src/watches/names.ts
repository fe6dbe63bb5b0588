import { signal } from "@preact/signals";
import type { FoundPlace } from "#api/ingest_service_pb";
import type { GeoPoint } from "#api/place_pb";
import { risk } from "../api/clients.ts";
import { threats } from "../live/state.ts";

interface Named {
  readonly name: string;
  readonly point: GeoPoint | undefined;
}

/** Places by the gazetteer's id that this page has come across: those that were picked, and those that were asked for. */
const places = signal<ReadonlyMap<number, Named>>(new Map());
const asked = new Set<number>();

function named(id: number): Named | undefined {
  const city = threats.value.find((threat) => threat.city?.geonamesId === id)?.city;
  return city ? { name: `${city.name}, ${city.countryCode}`, point: city.point } : places.value.get(id);
}

function know(id: number, name: string, point: GeoPoint | undefined): void {
  places.value = new Map(places.value).set(id, { name, point });
}

/** Remembers a place that was picked from what the gazetteer offered. */
export function remember({ place }: FoundPlace): void {
  if (place) know(place.geonamesId, `${place.name}, ${place.countryCode}`, place.point);
}

/** A place's name, asked for once where the page does not have it; its number until then, and where it has no level. */
export function placeName(id: number): string {
  const known = named(id);
  if (known) return known.name;
  if (!asked.has(id)) {
    asked.add(id);
    risk.getCityThreat({ name: `cities/${id}/threat` }).then(({ threat }) => {
      if (threat?.city) know(id, `${threat.city.name}, ${threat.city.countryCode}`, threat.city.point);
    }, () => undefined);
  }
  return `GeoNames ${id}`;
}

/** Where the places of these ids lie, as far as the page knows. */
export function pointsOf(ids: readonly number[]): Map<number, GeoPoint> {
  const found = new Map<number, GeoPoint>();
  for (const id of ids) {
    const point = named(id)?.point;
    if (point) found.set(id, point);
  }
  return found;
}
