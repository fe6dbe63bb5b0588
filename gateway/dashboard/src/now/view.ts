import type { CityThreat } from "#api/threat_pb";
import { levelNumber } from "../terms/level.ts";
import { type Country, onPlane } from "./world.ts";

/** How the plane lies on the screen: screen = plane × k + (x, y). */
export interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** Size of the map on the screen, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place on the screen. */
export interface Marker {
  readonly threat: CityThreat;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Whether its name finds room beside it. */
  readonly label: boolean;
}

// Degrees are wider on the plane than 2 × this only for half the world; nearer than this, a single place would fill the map.
const smallestSpan = 26;
const margin = 0.2;

/** The view that shows all of these points of the plane, with some land around them: at least `span` of the plane. */
export function fit(points: readonly (readonly [number, number])[], size: Size, span = smallestSpan): View {
  if (points.length === 0) return { k: size.width / 1000, x: 0, y: (size.height - size.width) / 2 };
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const wide = Math.max(right - left, span) * (1 + margin);
  const high = Math.max(bottom - top, span) * (1 + margin);
  const k = Math.min(size.width / wide, size.height / high);
  return { k, x: size.width / 2 - (k * (left + right)) / 2, y: size.height / 2 - (k * (top + bottom)) / 2 };
}

/** Where a place lies on the plane; undefined when nobody says. */
export function placeOf(threat: CityThreat): readonly [number, number] | undefined {
  const point = threat.city?.point;
  return point ? onPlane(point.longitude, point.latitude) : undefined;
}

/** Countries that the view shows, the nearest to its middle first. */
export function inView(countries: readonly Country[], view: View, size: Size): Country[] {
  const left = -view.x / view.k;
  const top = -view.y / view.k;
  const right = left + size.width / view.k;
  const bottom = top + size.height / view.k;
  const far = ({ box }: Country): number => Math.hypot((box[0] + box[2] - left - right) / 2, (box[1] + box[3] - top - bottom) / 2);
  return countries
    .filter(({ code, box }) => code && box[0] < right && box[2] > left && box[1] < bottom && box[3] > top)
    .sort((a, b) => far(a) - far(b));
}

const letterWidth = 7;
const labelHeight = 18;

/** Places of the view, the lowest first so that the highest is drawn on top. Names are left out where they would cover another, the lowest first. */
export function markers(threats: readonly CityThreat[], view: View, size: Size): Marker[] {
  const taken: [number, number, number, number][] = [];
  const free = (box: [number, number, number, number]): boolean => taken.every((other) => box[0] > other[2] || box[2] < other[0] || box[1] > other[3] || box[3] < other[1]);
  const found: Marker[] = [];
  for (const threat of [...threats].sort((a, b) => levelNumber(b.level) - levelNumber(a.level))) {
    const place = placeOf(threat);
    if (!place || levelNumber(threat.level) === 0) continue;
    const x = place[0] * view.k + view.x;
    const y = place[1] * view.k + view.y;
    const radius = 8 + levelNumber(threat.level);
    if (x < -radius || y < -radius || x > size.width + radius || y > size.height + radius) continue;
    const dot: [number, number, number, number] = [x - radius, y - radius, x + radius, y + radius];
    // A lower place beneath a higher one at the same spot says nothing that the list does not.
    if (taken.some((other) => Math.abs((other[0] + other[2]) / 2 - x) < radius && Math.abs((other[1] + other[3]) / 2 - y) < radius && other[2] - other[0] <= 30)) continue;
    const name: [number, number, number, number] = [x + radius + 3, y - labelHeight / 2, x + radius + 3 + letterWidth * (threat.city?.name.length ?? 0), y + labelHeight / 2];
    const label = name[2] < size.width && free(name);
    taken.push(dot);
    if (label) taken.push(name);
    found.push({ threat, x, y, radius, label });
  }
  return found.reverse();
}
