import { describe, expect, it } from "vitest";
import { isRead, parsePoints, pointsText } from "./points.ts";

const read = (text: string) => {
  const parsed = parsePoints(text);
  return isRead(parsed) ? parsed.points.map(({ latitude, longitude }) => [latitude, longitude]) : parsed.wrong;
};

describe("parsePoints", () => {
  it("reads lines with the latitude first", () => {
    expect(read("16.27, -0.04\n 13.5 2.1 \n\n12.65;14,-4")).toBe("unreadable");
    expect(read("16.27, -0.04\n 13.5 2.1 \n")).toEqual([[16.27, -0.04], [13.5, 2.1]]);
    expect(read("16.27N, 0.04W; 13.5° S 2.1° E")).toEqual([[16.27, -0.04], [-13.5, 2.1]]);
  });

  it("reads GeoJSON, which puts the longitude first, and opens its ring", () => {
    const ring = [[-0.1, 16.2], [0.1, 16.2], [0.1, 16.4], [-0.1, 16.2]];
    const points = [[16.2, -0.1], [16.2, 0.1], [16.4, 0.1]];
    const polygon = { type: "Polygon", coordinates: [ring] };
    expect(read(JSON.stringify(polygon))).toEqual(points);
    expect(read(JSON.stringify({ type: "Feature", properties: null, geometry: polygon }))).toEqual(points);
    expect(read(JSON.stringify({ type: "FeatureCollection", features: [{ type: "Feature", geometry: { type: "MultiPolygon", coordinates: [[ring]] } }] }))).toEqual(points);
    expect(read('{"type":"LineString","coordinates":[[-8,12.65],[-4,14.5,300]]}')).toEqual([[12.65, -8], [14.5, -4]]);
  });

  it.each([
    ["", "empty"], ["Gao", "unreadable"], ["{", "unreadable"], ['{"type":"Polygon"}', "unreadable"], ['{"type":"Polygon","coordinates":[[["a",1]]]}', "unreadable"],
    ["95, 0", "range"], ["0, 181", "range"], ['{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,1]],[[0,0],[1,0],[0,1]]]}', "holes"],
    ['{"type":"FeatureCollection","features":[{},{}]}', "several"], ['{"type":"Feature","geometry":null}', "unreadable"],
  ])("says what is wrong with %s", (text, wrong) => expect(read(text)).toBe(wrong));

  it("reads what it wrote", () => {
    const text = "16.27, -0.04\n-13.5, 179.99999";
    const parsed = parsePoints(text);
    expect(isRead(parsed) && pointsText(parsed.points)).toBe(text);
  });
});
