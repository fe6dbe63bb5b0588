import { clone, create } from "@bufbuild/protobuf";
import { type ThreatLevel, type Urgency } from "#api/terms_pb";
import { type AlertFilter, AlertFilterSchema, type Watch } from "#api/watch_pb";

/** What a person chose for a watch. */
export interface WatchDraft {
  readonly name: string;
  readonly cities: readonly number[];
  /** As typed: "ML, NE". */
  readonly countries: string;
  readonly level: ThreatLevel;
  readonly urgency: Urgency;
  readonly excludeExercises: boolean;
}

export const emptyDraft: WatchDraft = { name: "", cities: [], countries: "", level: 0, urgency: 0, excludeExercises: false };

/** The draft of a watch that stands. */
export function draftOf(watch: Watch): WatchDraft {
  const filter = watch.filter;
  return {
    name: watch.displayName, cities: filter?.geonamesIds ?? [], countries: filter?.countryCodes.join(", ") ?? "", level: filter?.minimumLevel ?? 0,
    urgency: filter?.minimumUrgency ?? 0, excludeExercises: filter?.excludeExercises ?? false,
  };
}

/** The filter of a draft. What this form does not show, such as circles, stays as it was in `before`. */
export function filterOf(draft: WatchDraft, before: AlertFilter | undefined): AlertFilter {
  const filter = before ? clone(AlertFilterSchema, before) : create(AlertFilterSchema);
  return Object.assign(filter, {
    geonamesIds: [...draft.cities], countryCodes: draft.countries.toUpperCase().split(/[^A-Z]+/).filter(Boolean),
    minimumLevel: draft.level, minimumUrgency: draft.urgency, excludeExercises: draft.excludeExercises,
  });
}
