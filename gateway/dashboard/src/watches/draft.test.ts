import { create, equals } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { EventType, ThreatLevel, Urgency } from "#api/terms_pb";
import { AlertFilterSchema, QuietHoursSchema, WatchSchema } from "#api/watch_pb";
import { draftOf, filterOf, quietOf } from "./draft.ts";

const watch = create(WatchSchema, {
  displayName: "Gao", quietHours: { start: "21:30", end: "05:00", timeZone: "Africa/Bamako" },
  filter: {
    geonamesIds: [2457163], countryCodes: ["ML"], areas: [{ centre: { latitude: 16, longitude: 0 }, radiusKm: 30 }], polygons: [{ corners: [{ latitude: 1, longitude: 2 }] }],
    routes: [{ points: [{ latitude: 3, longitude: 4 }], widthKm: 10 }], ownSites: [{ displayName: "office", place: { case: "geonamesId", value: 7 }, radiusKm: 5 }],
    minimumLevel: ThreatLevel.MODERATE, minimumUrgency: Urgency.PRIORITY, eventTypes: [EventType.BATTLES], excludeExercises: true,
  },
});

describe("a draft", () => {
  it("gives back the watch that it was made of, with what the form does not show", () => {
    const draft = draftOf(watch);
    expect(equals(AlertFilterSchema, filterOf(draft, watch.filter), watch.filter ?? create(AlertFilterSchema))).toBe(true);
    expect(equals(QuietHoursSchema, quietOf(draft) ?? create(QuietHoursSchema), watch.quietHours ?? create(QuietHoursSchema))).toBe(true);
  });

  it("has no quiet hours unless they were chosen", () => {
    expect(quietOf({ ...draftOf(watch), quiet: false })).toBeUndefined();
    expect(draftOf(create(WatchSchema, {})).quiet).toBe(false);
  });
});
