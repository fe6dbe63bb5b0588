import { select } from "d3-selection";
import { zoom, type ZoomBehavior, zoomIdentity, type D3ZoomEvent } from "d3-zoom";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { GeoPoint } from "#api/place_pb";
import { onEarth, type Shape } from "../geo/shapes.ts";
import { fit, type Size, type View } from "../now/view.ts";
import { countries, type Country, onPlane } from "../now/world.ts";
import { words } from "../words/words.ts";

const closest = 400;

/**
 * The areas of a watch on a map. While something is drawn, a press puts a point; the same points stand as text beside it, which is the way for
 * whoever does not use a pointer, so the picture is hidden from screen readers.
 */
export function AreaMap({ shapes, cities, drawn, onPoint }: { shapes: readonly Shape[]; cities: readonly GeoPoint[]; drawn: readonly GeoPoint[]; onPoint: ((point: GeoPoint) => void) | undefined }) {
  const { now, watches } = words.value;
  const svg = useRef<SVGSVGElement>(null);
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | undefined>(undefined);
  const [land, setLand] = useState<readonly Country[]>([]);
  const [size, setSize] = useState<Size>({ width: 640, height: 320 });
  const [view, setView] = useState<View | undefined>();
  const spots = [...cities, ...drawn].map(({ longitude, latitude }) => onPlane(longitude, latitude));
  const home = fit([...shapes.flatMap(({ box }): [number, number][] => [[box[0], box[1]], [box[2], box[3]]]), ...spots], size, 1.5);
  const at = view ?? home;
  useEffect(() => {
    countries().then(setLand, () => undefined);
    const element = svg.current;
    if (!element) return undefined;
    const measure = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    measure.observe(element);
    const moved = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.3, closest])
      .filter((event: Event) => event instanceof WheelEvent ? event.ctrlKey || event.metaKey : !("touches" in event) || (event as TouchEvent).touches.length >= 2)
      .on("zoom", ({ transform, sourceEvent }: D3ZoomEvent<SVGSVGElement, unknown>) => {
        if (sourceEvent || transform !== zoomIdentity) setView({ k: transform.k, x: transform.x, y: transform.y });
      });
    behaviour.current = moved;
    select(element).call(moved).on("dblclick.zoom", null);
    return () => measure.disconnect();
  }, []);
  const follow = (next: View): void => {
    if (svg.current) Object.assign(svg.current, { __zoom: zoomIdentity.translate(next.x, next.y).scale(next.k) });
  };
  useEffect(() => {
    if (!view) follow(home);
  }, [home.k, home.x, home.y, view]);
  const by = (factor: number) => () => {
    if (svg.current && behaviour.current) select(svg.current).call(behaviour.current.scaleBy, factor);
  };
  const ground = useMemo(() => land.map((country, index) => <path key={country.code || index} d={country.path} class="land" />), [land]);
  const put = (event: MouseEvent): void => {
    if (!onPoint || !svg.current) return;
    const frame = svg.current.getBoundingClientRect();
    const point = onEarth((event.clientX - frame.left - at.x) / at.k, (event.clientY - frame.top - at.y) / at.k);
    // A press must not move the map under the next one.
    if (!view) setView(home);
    if (point) onPoint(point);
  };
  return (
    <div class="map-frame area-map">
      <svg ref={svg} aria-hidden="true" class={onPoint ? "drawing" : undefined} onClick={put}>
        <g transform={`translate(${at.x},${at.y}) scale(${at.k})`}>
          {ground}
          {shapes.map((shape, index) => <path key={index} d={shape.path} class={`shape shape-${shape.kind}`} />)}
          {drawn.length > 1 ? <polyline class="shape shape-drawn" points={drawn.map(({ longitude, latitude }) => onPlane(longitude, latitude).join()).join(" ")} /> : null}
        </g>
        {spots.map(([x, y], index) => <circle key={index} class={index < cities.length ? "spot" : "spot spot-drawn"} cx={x * at.k + at.x} cy={y * at.k + at.y} r="5" />)}
      </svg>
      <p class="map-buttons">
        <button type="button" aria-label={now.mapIn} title={now.mapIn} onClick={by(1.6)}>+</button>
        <button type="button" aria-label={now.mapOut} title={now.mapOut} onClick={by(1 / 1.6)}>−</button>
        <button type="button" aria-label={watches.mapHome} title={watches.mapHome} onClick={() => { setView(undefined); follow(home); }}>⌂</button>
      </p>
    </div>
  );
}
