import { select } from "d3-selection";
import { zoom, type ZoomBehavior, zoomIdentity, type D3ZoomEvent } from "d3-zoom";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { shown, threats } from "../live/state.ts";
import { href, idOf } from "../shell/route.ts";
import { levelNumber } from "../terms/level.ts";
import { isHappening } from "../terms/urgency.ts";
import { words } from "../words/words.ts";
import { assessedCountries, lookAt, placesInView } from "./assessed.ts";
import { fit, inView, markers, placeOf, type Size, type View } from "./view.ts";
import { countries, type Country, onPlane } from "./world.ts";

const closest = 60;
const settleMs = 400;

/** Levels on a map: colour and number for each place, hatching where nothing is assessed, a ring where something is happening. */
export function LevelMap() {
  const { now, terms } = words.value;
  const svg = useRef<SVGSVGElement>(null);
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | undefined>(undefined);
  const [land, setLand] = useState<readonly Country[]>([]);
  const [size, setSize] = useState<Size>({ width: 640, height: 420 });
  const [view, setView] = useState<View | undefined>();
  const [failed, setFailed] = useState(false);
  const loaded = new Set(threats.value.map((threat) => threat.name));
  const places = [...threats.value, ...placesInView.value.filter((threat) => !loaded.has(threat.name))];
  const happening = shown.value.filter((alert) => isHappening(alert)).flatMap(({ situation, place }) =>
    place?.point ? [{ situation, point: onPlane(place.point.longitude, place.point.latitude) }] : []);
  // What happens where no place has a level is still where the officer must look.
  const points = [...places.map(placeOf).filter((point) => point !== undefined), ...happening.map(({ point }) => point)];
  const home = fit(points, size);
  const at = view ?? home;

  useEffect(() => {
    countries().then(setLand, () => setFailed(true));
    const element = svg.current;
    if (!element) return undefined;
    const measure = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    measure.observe(element);
    const moved = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.3, closest])
      // One finger scrolls the page and a bare wheel does too: two fingers, Ctrl, or the mouse move the map.
      .filter((event: Event) => event instanceof WheelEvent ? event.ctrlKey || event.metaKey : !("touches" in event) || (event as TouchEvent).touches.length >= 2)
      .on("zoom", ({ transform, sourceEvent }: D3ZoomEvent<SVGSVGElement, unknown>) => {
        if (sourceEvent || transform !== zoomIdentity) setView({ k: transform.k, x: transform.x, y: transform.y });
      });
    behaviour.current = moved;
    select(element).call(moved);
    return () => measure.disconnect();
  }, []);

  // The behaviour keeps its own place; until the officer moves the map, that is home.
  const follow = (next: View): void => {
    if (svg.current) Object.assign(svg.current, { __zoom: zoomIdentity.translate(next.x, next.y).scale(next.k) });
  };
  useEffect(() => {
    if (!view) follow(home);
  }, [home.k, home.x, home.y, view]);

  const sight = useMemo(() => inView(land, at, size).map((country) => country.code).join(), [land, at.k, at.x, at.y, size]);
  useEffect(() => {
    const timer = setTimeout(() => void lookAt(sight.split(",").filter(Boolean)), settleMs);
    return () => clearTimeout(timer);
  }, [sight]);

  const by = (factor: number) => () => {
    if (svg.current && behaviour.current) select(svg.current).call(behaviour.current.scaleBy, factor);
  };
  const reset = (): void => {
    setView(undefined);
    follow(home);
  };
  const covered = new Set([...assessedCountries.value, ...places.map((threat) => threat.city?.countryCode ?? "")]);

  return (
    <section class="map" aria-labelledby="map">
      <h2 id="map" class="hidden">{now.map}</h2>
      <p class="hidden">{now.mapHelp}</p>
      <div class="map-frame">
        <svg ref={svg} aria-hidden="true">
          <defs>
            <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform={`rotate(45) scale(${1 / at.k})`}><rect width="7" height="7" class="hatch-ground" /><line x1="0" y1="0" x2="0" y2="7" class="hatch-line" /></pattern>
          </defs>
          <Land land={land} covered={covered} view={at} />
          {happening.map(({ situation, point: [x, y] }) => <circle key={situation} class="pulse" cx={x * at.k + at.x} cy={y * at.k + at.y} r="22" />)}
          {markers(places, at, size).map(({ threat, x, y, radius, label }) => (
            <g key={threat.name} class={`marker marker-${levelNumber(threat.level)}`} onClick={() => { location.hash = href("city", idOf(threat.name)); }}>
              <title>{`${threat.city?.name ?? ""}: ${levelNumber(threat.level)} ${terms.levels[levelNumber(threat.level)] ?? ""}`}</title>
              <circle cx={x} cy={y} r={radius} />
              <text x={x} y={y} class="marker-number">{levelNumber(threat.level)}</text>
              {label ? <text x={x + radius + 3} y={y} class="marker-name">{threat.city?.name}</text> : null}
            </g>
          ))}
        </svg>
        <p class="map-buttons">
          <button type="button" aria-label={now.mapIn} title={now.mapIn} onClick={by(1.6)}>+</button>
          <button type="button" aria-label={now.mapOut} title={now.mapOut} onClick={by(1 / 1.6)}>−</button>
          <button type="button" aria-label={now.mapHome} title={now.mapHome} onClick={reset}>⌂</button>
        </p>
      </div>
      {failed ? <p class="soft">{words.value.failure.unreachable}</p> : null}
      <ul class="legend" aria-label={now.legend}>
        {[1, 2, 3, 4, 5, 6].map((number) => <li key={number}><span class={`swatch level-${number}`}>{number}</span> {terms.levels[number]}</li>)}
        <li><span class="swatch level-0">–</span> {now.hatched}</li>
      </ul>
    </section>
  );
}

// Drawn anew only when a country changes; moving the map moves the whole.
function Land({ land, covered, view }: { land: readonly Country[]; covered: ReadonlySet<string>; view: View }) {
  const known = [...covered].sort().join();
  const shapes = useMemo(
    () => land.map((country, index) => <path key={country.code || index} d={country.path} class={covered.has(country.code) ? "land" : "land unassessed"} />),
    [land, known],
  );
  return <g transform={`translate(${view.x},${view.y}) scale(${view.k})`}>{shapes}</g>;
}
