import "uplot/dist/uPlot.min.css";
import { useEffect, useRef } from "preact/hooks";
import UPlot from "uplot";
import type { Incident } from "#api/incident_pb";
import type { ForecastPoint } from "#api/risk_service_pb";
import type { CityThreat } from "#api/threat_pb";
import { language, theme } from "../shell/settings.ts";
import { killedOf, startOf } from "../terms/incident.ts";
import { words } from "../words/words.ts";
import { yearMs } from "./asked.ts";
import { columns } from "./columns.ts";

const height = 240;
const lane = 26;

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

// A lane below the lines: one dot for an incident, larger where more died.
function drawIncidents(chart: UPlot, incidents: readonly Incident[]): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.fillStyle = colour("--flash");
  ctx.globalAlpha = 0.7;
  for (const incident of incidents) {
    const at = startOf(incident.occurred);
    if (at === undefined) continue;
    const radius = (2.5 + Math.min(8, 1.6 * Math.sqrt(killedOf(incident.casualtyEstimate) ?? 0))) * devicePixelRatio;
    ctx.beginPath();
    ctx.arc(chart.valToPos(at / 1000, "x", true), bbox.top + bbox.height - (lane / 2) * devicePixelRatio, radius, 0, 2 * Math.PI);
    ctx.fill();
  }
  ctx.restore();
}

function options(width: number, end: number, incidents: readonly Incident[]): UPlot.Options {
  const { city, terms } = words.value;
  const ink = colour("--soft");
  const axis = { stroke: ink, grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false }, font: "12px system-ui, sans-serif" };
  const stepped = UPlot.paths.stepped?.({ align: 1 });
  return {
    width, height,
    tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
    scales: {
      x: { time: true, range: () => [(end - yearMs) / 1000, end / 1000] },
      // The lowest tenth belongs to the incidents.
      "%": { range: (_, __, most) => [-0.14 * Math.max(10, most ?? 0), Math.max(10, (most ?? 0) * 1.15)] },
      level: { range: () => [-0.2, 6.4] },
    },
    axes: [
      { ...axis, values: (_, ticks) => ticks.map((tick) => new Intl.DateTimeFormat(language.value, { month: "short" }).format(tick * 1000)), space: 44 },
      { ...axis, scale: "%", values: (_, ticks) => ticks.map((tick) => (tick < 0 ? "" : `${tick} %`)), size: 52 },
      { ...axis, scale: "level", side: 1, grid: { show: false }, splits: () => [1, 2, 3, 4, 5, 6], size: 28 },
    ],
    legend: { show: true, live: false },
    cursor: { show: false },
    series: [
      {},
      { label: city.yearChance, scale: "%", stroke: colour("--accent"), width: 2, points: { show: false }, spanGaps: true },
      { label: `${city.yearLevel} (1–6: ${terms.levels[1]}–${terms.levels[6]})`, scale: "level", stroke: colour("--l4"), width: 2.5, points: { show: false }, ...(stepped ? { paths: stepped } : {}) },
    ],
    hooks: { draw: [(chart) => drawIncidents(chart, incidents)] },
  };
}

/** The past year: what the level was, what the chance was, and what happened. */
export function Year({ year, course, incidents, end }: { year: readonly CityThreat[]; course: readonly ForecastPoint[]; incidents: readonly Incident[]; end: number }) {
  const { city } = words.value;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const chart = new UPlot(options(element.clientWidth, end, incidents), columns(year, course, end), element);
    const measure = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height }));
    measure.observe(element);
    return () => {
      measure.disconnect();
      chart.destroy();
    };
  }, [year, course, incidents, end, theme.value, language.value]);
  return (
    <section class="panel" aria-labelledby="year">
      <h2 id="year">{city.year}</h2>
      {year.length === 0 && course.length === 0 && incidents.length === 0 ? <p class="soft">{city.yearNone}</p> : (
        <figure class="year">
          <div ref={place} aria-hidden="true" />
          <figcaption class="note soft"><span class="incident-dot" aria-hidden="true" /> {city.yearIncidents}. {city.yearTable(year.length, incidents.length)} {city.yearCourse}</figcaption>
        </figure>
      )}
    </section>
  );
}
