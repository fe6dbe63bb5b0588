import { geoMercator, geoPath, type GeoProjection } from "d3-geo";
import type { FeatureCollection, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import worldFile from "../../obj/map/world.json?url";

/** One country, drawn once on a plane of 1,000 by 1,000 that the map moves and scales. */
export interface Country {
  /** ISO 3166-1 alpha-2; empty where none is agreed. */
  readonly code: string;
  readonly path: string;
  /** On the plane: left, top, right, bottom. */
  readonly box: readonly [number, number, number, number];
}

/** Side of the plane. */
export const plane = 1000;

/** Web Mercator: north is up and shapes are true, which is what people know from maps on phones. */
export const projection: GeoProjection = geoMercator().scale(plane / (2 * Math.PI)).translate([plane / 2, plane / 2]);

/** Where a point lies on the plane. */
export function onPlane(longitude: number, latitude: number): readonly [number, number] {
  return projection([longitude, latitude]) ?? [plane / 2, plane / 2];
}

type World = Topology<{ countries: GeometryCollection }>;

let loading: Promise<readonly Country[]> | undefined;

/** The countries of the world, read once from the server's own file. */
export function countries(): Promise<readonly Country[]> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<readonly Country[]> {
  const response = await fetch(worldFile);
  if (!response.ok) throw new Error(String(response.status));
  const world = (await response.json()) as World;
  const shapes = feature(world, world.objects.countries) as FeatureCollection<Geometry>;
  // A tenth of a pixel at the closest zoom is more than an eye can tell.
  const draw = geoPath(projection).digits(2);
  return shapes.features.map((shape) => {
    const [[left, top], [right, bottom]] = draw.bounds(shape);
    return { code: String(shape.id ?? ""), path: draw(shape) ?? "", box: [left, top, right, bottom] as const };
  });
}
