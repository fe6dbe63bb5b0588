import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { base64Decode, base64Encode } from "@bufbuild/protobuf/wire";
import { type Alert, AlertSchema } from "#api/alert_pb";
import { type CityThreat, CityThreatSchema } from "#api/threat_pb";
import { keep } from "../shell/settings.ts";

/** The last state of a live page, readable without a server. */
export interface Saved {
  /** When it was the state, in milliseconds of the device's clock. */
  readonly at: number;
  readonly alerts: readonly Alert[];
  readonly threats: readonly CityThreat[];
}

const key = "last-state";
// Browsers give an origin 5 MB; a state is for a glance, not an archive.
const mostThreats = 200;
const mostAlerts = 50;

/** Keeps the state on this device; a browser that keeps nothing goes without. Watches and own sites are never part of it. */
export function save(state: Saved): void {
  keep(key, JSON.stringify({
    at: state.at,
    alerts: state.alerts.slice(0, mostAlerts).map((alert) => base64Encode(toBinary(AlertSchema, alert))),
    threats: state.threats.slice(0, mostThreats).map((threat) => base64Encode(toBinary(CityThreatSchema, brief(threat)))),
  }));
}

/** The state that was kept; undefined when there is none that can be read. */
export function saved(): Saved | undefined {
  try {
    const text = localStorage.getItem(key);
    if (!text) return undefined;
    const { at, alerts, threats } = JSON.parse(text) as { at: number; alerts: string[]; threats: string[] };
    return {
      at,
      alerts: alerts.map((alert) => fromBinary(AlertSchema, base64Decode(alert))),
      threats: threats.map((threat) => fromBinary(CityThreatSchema, base64Decode(threat))),
    };
  } catch {
    // Written by another version, or cut: as good as none.
    return undefined;
  }
}

/** Forgets it, for a device that was signed out. */
export function forget(): void {
  try {
    localStorage.removeItem(key);
    localStorage.removeItem("watch");
  } catch {
    // Nothing was kept.
  }
}

function brief(threat: CityThreat): CityThreat {
  const { name, city, level, notAssessedReason, acuteFloor, situations, exercise, access, coverage, forecast } = threat;
  return create(CityThreatSchema, { name, city, level, notAssessedReason, acuteFloor, situations, exercise, access, coverage, forecast, reasons: threat.reasons.slice(0, 1) });
}
