import { create } from "@bufbuild/protobuf";
import { useState } from "preact/hooks";
import { type GeoPoint } from "#api/place_pb";
import { AlertFilterSchema, OwnSiteSchema, PolygonSchema, RouteSchema } from "#api/watch_pb";
import { isRead, parsePoints, pointText } from "../geo/points.ts";
import { shapesOf } from "../geo/shapes.ts";
import { Choice } from "../parts/choice.tsx";
import { PlaceField } from "../parts/place.tsx";
import { CountryChoice } from "../report/country.tsx";
import { countryName } from "../sign/area.tsx";
import { words } from "../words/words.ts";
import type { WatchDraft } from "./draft.ts";
import { AreaMap } from "./map.tsx";
import { placeName, pointsOf, remember } from "./names.ts";

type Kind = "city" | "country" | "site" | "route" | "polygon";

const kinds: readonly Kind[] = ["city", "country", "site", "route", "polygon"];

/** Where a watch looks: cities, countries, own sites, routes and polygons, as a list and on a map. */
export function Areas({ draft, onDraft }: { draft: WatchDraft; onDraft: (change: Partial<WatchDraft>) => void }) {
  const { watches } = words.value;
  const [kind, setKind] = useState<Kind>("city");
  const [text, setText] = useState("");
  const drawing = kind === "route" || kind === "polygon";
  const parsed = parsePoints(text);
  const drawn = drawing && isRead(parsed) ? parsed.points : [];
  const known = pointsOf([...draft.cities, ...draft.sites.flatMap((site) => (site.place.case === "geonamesId" ? [site.place.value] : []))]);
  const shapes = shapesOf(create(AlertFilterSchema, { areas: [...draft.areas], ownSites: [...draft.sites], routes: [...draft.routes], polygons: [...draft.polygons] }), known);
  const cities = draft.cities.map((id) => known.get(id)).filter((point): point is GeoPoint => point !== undefined);
  return (
    <fieldset class="plain-set">
      <legend>{watches.where}</legend>
      <Chosen draft={draft} onDraft={onDraft} />
      <div class="area-adder">
        <Choice label={watches.addArea} value={kind} options={kinds.map((value) => ({ value, label: watches.areaKinds[value] }))} onChoose={(value) => {
          setKind(value as Kind);
          setText("");
        }} />
        {kind === "city" ? <CityAdder draft={draft} onDraft={onDraft} /> : null}
        {kind === "country" ? <CountryChoice label={words.value.now.findCountry} value="" onChoose={(code) => { if (code && !draft.countries.includes(code)) onDraft({ countries: [...draft.countries, code] }); }} /> : null}
        {kind === "site" ? <SiteAdder draft={draft} onDraft={onDraft} /> : null}
        {drawing ? <LineAdder kind={kind} text={text} onText={setText} onAdd={(points, widthKm) => {
          if (kind === "route") onDraft({ routes: [...draft.routes, create(RouteSchema, { points: [...points], widthKm })] });
          else onDraft({ polygons: [...draft.polygons, create(PolygonSchema, { corners: [...points] })] });
          setText("");
        }} /> : null}
      </div>
      {shapes.length > 0 || cities.length > 0 || drawing ? <AreaMap shapes={shapes} cities={cities} drawn={drawn} onPoint={drawing ? (point) => setText((before) => `${before.trim() && isRead(parsePoints(before)) ? `${before.trim()}\n` : ""}${pointText(point)}`) : undefined} /> : null}
    </fieldset>
  );
}

/** What was chosen so far; pressing one takes it out. */
function Chosen({ draft, onDraft }: { draft: WatchDraft; onDraft: (change: Partial<WatchDraft>) => void }) {
  const { watches } = words.value;
  const without = <T,>(list: readonly T[], one: T): T[] => list.filter((other) => other !== one);
  const chips = [
    ...draft.cities.map((id) => ({ text: placeName(id), remove: () => onDraft({ cities: without(draft.cities, id) }) })),
    ...draft.countries.map((code) => ({ text: countryName(code), remove: () => onDraft({ countries: without(draft.countries, code) }) })),
    ...draft.sites.map((site) => ({ text: watches.site(site.displayName || (site.place.case === "geonamesId" ? placeName(site.place.value) : ""), site.radiusKm), remove: () => onDraft({ sites: without(draft.sites, site) }) })),
    ...draft.routes.map((route) => ({ text: watches.route(route.points.length, route.widthKm), remove: () => onDraft({ routes: without(draft.routes, route) }) })),
    ...draft.polygons.map((polygon) => ({ text: watches.polygon(polygon.corners.length), remove: () => onDraft({ polygons: without(draft.polygons, polygon) }) })),
    ...draft.areas.map((area) => ({ text: watches.circle(area.centre ? pointText(area.centre) : "", area.radiusKm), remove: () => onDraft({ areas: without(draft.areas, area) }) })),
  ];
  if (chips.length === 0) return <p class="soft">{watches.everywhere}</p>;
  return <ul class="tags" aria-label={watches.where}>{chips.map(({ text, remove }) => <li key={text}><button type="button" aria-label={`${text}: ${watches.takeOut}`} onClick={remove}>{text} ×</button></li>)}</ul>;
}

function CityAdder({ draft, onDraft }: { draft: WatchDraft; onDraft: (change: Partial<WatchDraft>) => void }) {
  const [typed, setTyped] = useState("");
  return <PlaceField label={words.value.watches.areaKinds.city} value={typed} onType={setTyped} onPick={(found) => {
    remember(found);
    setTyped("");
    const id = found.place?.geonamesId;
    if (id && !draft.cities.includes(id)) onDraft({ cities: [...draft.cities, id] });
  }} />;
}

function SiteAdder({ draft, onDraft }: { draft: WatchDraft; onDraft: (change: Partial<WatchDraft>) => void }) {
  const { watches } = words.value;
  const [name, setName] = useState("");
  const [typed, setTyped] = useState("");
  const [id, setId] = useState(0);
  const [radius, setRadius] = useState("25");
  const parsed = parsePoints(typed);
  const at = isRead(parsed) && parsed.points.length === 1 ? parsed.points[0] : undefined;
  const ready = (id > 0 || at !== undefined) && Number(radius) > 0 && Number(radius) <= 200;
  return (
    <div class="form">
      <div class="pair">
        <label>{watches.siteName}<input maxLength={100} value={name} onInput={(event) => setName(event.currentTarget.value)} /></label>
        <PlaceField label={watches.sitePlace} hint="16.27, -0.04" value={typed} onType={(text) => { setTyped(text); setId(0); }} onPick={(found) => {
          remember(found);
          setTyped(`${found.place?.name ?? ""}, ${found.place?.countryCode ?? ""}`);
          setId(found.place?.geonamesId ?? 0);
          if (name === "" && found.ownSite) setName(found.place?.name ?? "");
        }} />
        <label>{watches.radius}<input type="number" min={0.1} max={200} step="any" value={radius} onInput={(event) => setRadius(event.currentTarget.value)} /></label>
      </div>
      <p class="hint">{watches.siteHint}</p>
      <p class="actions"><button type="button" disabled={!ready} onClick={() => {
        onDraft({ sites: [...draft.sites, create(OwnSiteSchema, { displayName: name, radiusKm: Number(radius), place: id > 0 ? { case: "geonamesId", value: id } : { case: "point", value: at as GeoPoint } })] });
        setName("");
        setTyped("");
        setId(0);
      }}>{watches.addThis}</button></p>
    </div>
  );
}

function LineAdder({ kind, text, onText, onAdd }: { kind: "route" | "polygon"; text: string; onText: (text: string) => void; onAdd: (points: readonly GeoPoint[], widthKm: number) => void }) {
  const { watches } = words.value;
  const [width, setWidth] = useState("20");
  const parsed = parsePoints(text);
  const points = isRead(parsed) ? parsed.points : [];
  const least = kind === "route" ? 2 : 3;
  const ready = points.length >= least && (kind === "polygon" || (Number(width) > 0 && Number(width) <= 200));
  return (
    <div class="form">
      <label>{watches.points}<textarea rows={4} spellcheck={false} value={text} onInput={(event) => onText(event.currentTarget.value)} /><span class="hint">{watches.pointsHint}</span></label>
      {isRead(parsed) || parsed.wrong === "empty" ? <p class="soft note" role="status">{watches.pointCount(points.length, least)}</p> : <p class="failure" role="alert">{watches.pointsWrong[parsed.wrong]}</p>}
      {kind === "route" ? <label>{watches.width}<input type="number" min={0.1} max={200} step="any" value={width} onInput={(event) => setWidth(event.currentTarget.value)} /></label> : null}
      <p class="actions">
        <button type="button" disabled={!ready} onClick={() => onAdd(points, Number(width))}>{watches.addThis}</button>
        <button type="button" disabled={text === ""} onClick={() => onText(text.trim().startsWith("{") ? "" : text.trim().split("\n").slice(0, -1).join("\n"))}>{watches.undoPoint}</button>
      </p>
    </div>
  );
}
