import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, it } from "vitest";
import { ForecastPointSchema } from "#api/risk_service_pb";
import { ThreatLevel } from "#api/terms_pb";
import { CityThreatSchema } from "#api/threat_pb";
import { columns } from "./columns.ts";

const point = (second: number, probability30d: number) => create(ForecastPointSchema, { time: timestampFromMs(second * 1000), probability30d });
const said = (second: number, level: ThreatLevel) => create(CityThreatSchema, { asOfTime: timestampFromMs(second * 1000), level });

it("draws the chance of every week, and a level until the next was said", () => {
  const [times, chances, levels] = columns([said(150, ThreatLevel.HIGH), said(250, ThreatLevel.UNSPECIFIED)], [point(100, 0.1), point(200, 0.2)], 300_000);
  expect(times).toEqual([100, 150, 200, 250, 300]);
  expect(chances).toEqual([10, null, 20, null, null]);
  expect(levels).toEqual([null, 5, 5, null, null]);
});

it("draws levels alone where the country's history is not known", () => {
  expect(columns([said(150, ThreatLevel.LOW)], [], 300_000)).toEqual([[150, 300], [null, null], [2, 2]]);
});
