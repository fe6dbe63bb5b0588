import { create } from "@bufbuild/protobuf";
import { type GeoPoint, GeoPointSchema } from "#api/place_pb";

/** What a text of coordinates holds. */
export type Parsed = { readonly points: readonly GeoPoint[] } | { readonly wrong: "empty" | "unreadable" | "range" | "holes" | "several" };

/** Whether it could be read. */
export function isRead(parsed: Parsed): parsed is { readonly points: readonly GeoPoint[] } {
  return "points" in parsed;
}

/** A point as people write it: latitude first, to about a metre. */
export function pointText({ latitude, longitude }: GeoPoint): string {
  return `${+latitude.toFixed(5)}, ${+longitude.toFixed(5)}`;
}

/** Points as lines of "latitude, longitude". */
export function pointsText(points: readonly GeoPoint[]): string {
  return points.map(pointText).join("\n");
}

/** Reads points: lines of "latitude, longitude", or GeoJSON (RFC 7946), which puts the longitude first. A ring is given back open. */
export function parsePoints(text: string): Parsed {
  const trimmed = text.trim();
  if (trimmed === "") return { wrong: "empty" };
  return trimmed.startsWith("{") ? fromJson(trimmed) : fromLines(trimmed);
}

function fromLines(text: string): Parsed {
  const points: GeoPoint[] = [];
  for (const line of text.split(/\r?\n|;/)) {
    if (line.trim() === "") continue;
    const match = /^\s*([+-]?\d+(?:\.\d+)?)\s*°?\s*([NS]?)\s*[,\s]\s*([+-]?\d+(?:\.\d+)?)\s*°?\s*([EWO]?)\s*$/i.exec(line);
    if (!match) return { wrong: "unreadable" };
    points.push(point(Number(match[1]) * (/s/i.test(match[2] ?? "") ? -1 : 1), Number(match[3]) * (/[wo]/i.test(match[4] ?? "") ? -1 : 1)));
  }
  return checked(points);
}

interface Json {
  readonly type?: unknown;
  readonly features?: unknown;
  readonly geometry?: unknown;
  readonly coordinates?: unknown;
}

function fromJson(text: string): Parsed {
  let read: Json;
  try {
    read = JSON.parse(text) as Json;
  } catch {
    return { wrong: "unreadable" };
  }
  if (read.type === "FeatureCollection") {
    if (!Array.isArray(read.features) || read.features.length === 0) return { wrong: "unreadable" };
    if (read.features.length > 1) return { wrong: "several" };
    read = read.features[0] as Json;
  }
  if (read.type === "Feature") read = (read.geometry ?? {}) as Json;
  switch (read.type) {
    case "Point": return fromPairs([read.coordinates]);
    case "LineString": return fromPairs(read.coordinates);
    case "Polygon": return fromRings(read.coordinates);
    case "MultiPolygon": return Array.isArray(read.coordinates) && read.coordinates.length === 1 ? fromRings(read.coordinates[0]) : { wrong: "several" };
    default: return { wrong: "unreadable" };
  }
}

function fromRings(rings: unknown): Parsed {
  if (!Array.isArray(rings) || rings.length === 0) return { wrong: "unreadable" };
  return rings.length > 1 ? { wrong: "holes" } : fromPairs(rings[0]);
}

function fromPairs(pairs: unknown): Parsed {
  if (!Array.isArray(pairs)) return { wrong: "unreadable" };
  const points: GeoPoint[] = [];
  for (const pair of pairs as unknown[]) {
    if (!Array.isArray(pair) || typeof pair[0] !== "number" || typeof pair[1] !== "number") return { wrong: "unreadable" };
    points.push(point(pair[1], pair[0]));
  }
  return checked(points);
}

function point(latitude: number, longitude: number): GeoPoint {
  return create(GeoPointSchema, { latitude, longitude });
}

function checked(points: GeoPoint[]): Parsed {
  if (points.some(({ latitude, longitude }) => !(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180))) return { wrong: "range" };
  const [first, last] = [points[0], points[points.length - 1]];
  const closed = points.length > 3 && first?.latitude === last?.latitude && first?.longitude === last?.longitude;
  return { points: closed ? points.slice(0, -1) : points };
}
