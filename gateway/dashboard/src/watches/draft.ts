import { clone, create } from "@bufbuild/protobuf";
import { type ThreatLevel, type Urgency } from "#api/terms_pb";
import { type AlertFilter, AlertFilterSchema, type Circle, type OwnSite, type Polygon, type QuietHours, QuietHoursSchema, type Route, type Watch } from "#api/watch_pb";

/** What a person chose for a watch. */
export interface WatchDraft {
  readonly name: string;
  readonly cities: readonly number[];
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  readonly areas: readonly Circle[];
  readonly sites: readonly OwnSite[];
  readonly routes: readonly Route[];
  readonly polygons: readonly Polygon[];
  readonly level: ThreatLevel;
  readonly urgency: Urgency;
  readonly excludeExercises: boolean;
  /** Whether there are quiet hours; the three fields below hold what is typed either way. */
  readonly quiet: boolean;
  readonly quietStart: string;
  readonly quietEnd: string;
  readonly zone: string;
}

/** The zone of this device, as a first word for quiet hours; an officer's watch may be for elsewhere. */
function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

export const emptyDraft: WatchDraft = {
  name: "", cities: [], countries: [], areas: [], sites: [], routes: [], polygons: [], level: 0, urgency: 0, excludeExercises: false,
  quiet: false, quietStart: "22:00", quietEnd: "06:00", zone: deviceZone(),
};

/** The draft of a watch that stands, or of one that is suggested. */
export function draftOf(watch: Watch): WatchDraft {
  const { filter, quietHours } = watch;
  return {
    name: watch.displayName, cities: filter?.geonamesIds ?? [], countries: filter?.countryCodes ?? [], areas: filter?.areas ?? [], sites: filter?.ownSites ?? [],
    routes: filter?.routes ?? [], polygons: filter?.polygons ?? [], level: filter?.minimumLevel ?? 0, urgency: filter?.minimumUrgency ?? 0,
    excludeExercises: filter?.excludeExercises ?? false, quiet: quietHours !== undefined, quietStart: quietHours?.start ?? emptyDraft.quietStart,
    quietEnd: quietHours?.end ?? emptyDraft.quietEnd, zone: quietHours?.timeZone ?? emptyDraft.zone,
  };
}

/** The filter of a draft. What this form does not show, such as types of event, stays as it was in `before`. */
export function filterOf(draft: WatchDraft, before: AlertFilter | undefined): AlertFilter {
  const filter = before ? clone(AlertFilterSchema, before) : create(AlertFilterSchema);
  return Object.assign(filter, {
    geonamesIds: [...draft.cities], countryCodes: [...draft.countries], areas: [...draft.areas], ownSites: [...draft.sites], routes: [...draft.routes],
    polygons: [...draft.polygons], minimumLevel: draft.level, minimumUrgency: draft.urgency, excludeExercises: draft.excludeExercises,
  });
}

/** The quiet hours of a draft; undefined without any. */
export function quietOf(draft: WatchDraft): QuietHours | undefined {
  return draft.quiet ? create(QuietHoursSchema, { start: draft.quietStart, end: draft.quietEnd, timeZone: draft.zone }) : undefined;
}
