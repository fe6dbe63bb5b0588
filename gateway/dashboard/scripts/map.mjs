// Makes obj/map/world.json from Natural Earth's countries at 1:50 million: simplified to what a phone can show and a slow line can carry.
// Borders are for finding one's way; they state nobody's claim.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { quantize } from "topojson-client";
import { filter, filterWeight, presimplify, simplify } from "topojson-simplify";
import { lettersOf } from "./countries.mjs";

// Square degrees: a corner that spans less is left out. About 13 km by 13 km on the ground at the equator.
const smallestCorner = 0.015;
// Positions on a grid of 20,000: about 2 km at the equator, less than a pixel when one country fills the screen.
const grid = 2e4;

const own = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const source = JSON.parse(readFileSync(own("node_modules/world-atlas/countries-50m.json"), "utf8"));
delete source.objects.land;
source.objects.countries.geometries = source.objects.countries.geometries
  .filter((country) => country.id !== "010")
  .map((country) => ({ ...country, id: lettersOf.get(country.id) ?? "", properties: undefined }));
const weighted = presimplify(source);
const simple = simplify(filter(weighted, filterWeight(weighted, smallestCorner)), smallestCorner);
mkdirSync(own("obj/map"), { recursive: true });
writeFileSync(own("obj/map/world.json"), JSON.stringify(quantize(simple, grid)));
