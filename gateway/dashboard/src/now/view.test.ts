import { create } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { CityThreatSchema } from "#api/threat_pb";
import { fit, inView, markers, placeOf } from "./view.ts";

const size = { width: 600, height: 400 };
const city = (name: string, level: number, latitude: number, longitude: number) => create(CityThreatSchema, { name, level, city: { name, point: { latitude, longitude } } });

describe("fit", () => {
  it("shows every place, wherever they lie", () => {
    const places = [city("Bamako", 3, 12.65, -8), city("Kabul", 5, 34.5, 69.2), city("Suva", 2, -18.1, 178.4)];
    const view = fit(places.map((place) => placeOf(place) ?? [0, 0]), size);
    for (const place of places) {
      const [x, y] = placeOf(place) ?? [0, 0];
      expect(x * view.k + view.x).toBeGreaterThanOrEqual(0);
      expect(x * view.k + view.x).toBeLessThanOrEqual(size.width);
      expect(y * view.k + view.y).toBeGreaterThanOrEqual(0);
      expect(y * view.k + view.y).toBeLessThanOrEqual(size.height);
    }
  });
});

describe("markers", () => {
  it("draws the highest on top and never a place that is not assessed", () => {
    const places = [city("a", 2, 10, 0), city("b", 6, 20, 5), city("c", 0, 15, 3)];
    const view = fit(places.map((place) => placeOf(place) ?? [0, 0]), size);
    expect(markers(places, view, size).map(({ threat }) => threat.name)).toEqual(["a", "b"]);
  });

  it("leaves out a lower place beneath a higher one", () => {
    const places = [city("low", 2, 10, 0), city("high", 6, 10, 0.001), city("far", 2, 20, 9)];
    const view = fit(places.map((place) => placeOf(place) ?? [0, 0]), size);
    expect(markers(places, view, size).map(({ threat }) => threat.name).sort()).toEqual(["far", "high"]);
  });
});

describe("inView", () => {
  it("gives the countries of the view, the nearest to its middle first", () => {
    const land = [{ code: "FAR", path: "", box: [900, 900, 950, 950] }, { code: "SIDE", path: "", box: [0, 0, 120, 120] }, { code: "MID", path: "", box: [100, 60, 200, 140] }, { code: "", path: "", box: [100, 60, 200, 140] }] as const;
    expect(inView(land, { k: 2, x: 0, y: 0 }, size).map(({ code }) => code)).toEqual(["MID", "SIDE"]);
  });
});
