import { geoCircle, geoPath } from "d3-geo";
import type { Geometry } from "geojson";
import { create } from "@bufbuild/protobuf";
import type { AlertFilter } from "#api/watch_pb";
import { type GeoPoint, GeoPointSchema } from "#api/place_pb";
import { projection } from "../now/world.ts";

/** An area of a watch, drawn on the plane of the map. */
export interface Shape {
  readonly kind: "site" | "area" | "route" | "polygon";
  readonly path: string;
  /** Where its label stands, and how far it reaches: left, top, right, bottom on the plane. */
  readonly box: readonly [number, number, number, number];
}

const kmPerDegree = 111.195;
const draw = geoPath(projection).digits(2);

function pair({ longitude, latitude }: GeoPoint): [number, number] {
  return [longitude, latitude];
}

function shape(kind: Shape["kind"], geometry: Geometry): Shape {
  const [[left, top], [right, bottom]] = draw.bounds(geometry);
  return { kind, path: draw(geometry) ?? "", box: [left, top, right, bottom] };
}

function circle(kind: Shape["kind"], centre: GeoPoint, radiusKm: number): Shape {
  return shape(kind, geoCircle().center(pair(centre)).radius(radiusKm / kmPerDegree)());
}

/**
 * The areas that a filter names, as far as the page knows where they lie: a site that is named by the gazetteer's id has its place in `known`.
 * Sides of polygons and routes are the shortest ways, as the server takes them.
 */
export function shapesOf(filter: AlertFilter, known: ReadonlyMap<number, GeoPoint>): Shape[] {
  const found: Shape[] = [];
  for (const area of filter.areas) if (area.centre) found.push(circle("area", area.centre, area.radiusKm));
  for (const site of filter.ownSites) {
    const at = site.place.case === "point" ? site.place.value : site.place.case === "geonamesId" ? known.get(site.place.value) : undefined;
    if (at) found.push(circle("site", at, site.radiusKm));
  }
  for (const route of filter.routes) {
    if (route.points.length === 0) continue;
    found.push(shape("route", { type: "LineString", coordinates: route.points.map(pair) }));
    // Its width shows at its points; between them the line does.
    for (const at of route.points) found.push(circle("route", at, route.widthKm / 2));
  }
  for (const { corners } of filter.polygons) if (corners.length > 2) found.push(polygon(corners));
  return found;
}

function polygon(corners: readonly GeoPoint[]): Shape {
  const ring = [...corners, corners[0] as GeoPoint].map(pair);
  const whole = shape("polygon", { type: "Polygon", coordinates: [ring] });
  // Which side is meant depends on the way around; the server takes the smaller one.
  const other = shape("polygon", { type: "Polygon", coordinates: [[...ring].reverse()] });
  const size = ({ box }: Shape): number => (box[2] - box[0]) * (box[3] - box[1]);
  return size(whole) <= size(other) ? whole : other;
}

/** Where a point of the plane lies on earth. */
export function onEarth(x: number, y: number): GeoPoint | undefined {
  const at = projection.invert?.([x, y]);
  return at ? create(GeoPointSchema, { latitude: at[1], longitude: at[0] }) : undefined;
}
