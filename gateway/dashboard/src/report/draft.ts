import type { MessageInitShape } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { type ReportSchema } from "#api/report_pb";
import { TargetKind, TimePrecision } from "#api/terms_pb";
import { typeOf } from "../terms/types.ts";
import type { SourceDraft } from "./said.ts";

/** What a person filled in; an empty field is "not known". */
export interface Draft {
  readonly type: string;
  readonly place: string;
  /** The gazetteer's id of a place that was picked; 0 while it is only a name. */
  readonly placeId: number;
  readonly country: string;
  readonly spot: string;
  /** Local date and time of the device, "2024-09-17T05:00". */
  readonly when: string;
  readonly precision: TimePrecision;
  readonly ongoing: "" | "yes" | "no";
  readonly killed: string;
  readonly wounded: string;
  readonly abducted: string;
  readonly target: TargetKind;
  readonly complex: boolean;
  readonly separate: boolean;
  readonly text: string;
}

const wholeDays = new Set([TimePrecision.DAY, TimePrecision.WEEK, TimePrecision.MONTH]);

function count(field: string): { best: number } | undefined {
  return field === "" ? undefined : { best: Number(field) };
}

/** The report of a draft. A day is sent as the local date it is, and never as an instant. */
export function reportOf(draft: Draft, { tlp, recipients, exercise, ...source }: SourceDraft): MessageInitShape<typeof ReportSchema> {
  const { subEventType, localType } = typeOf(draft.type);
  const [killed, wounded, abducted] = [count(draft.killed), count(draft.wounded), count(draft.abducted)];
  const tolls = { ...(killed ? { killed } : {}), ...(wounded ? { wounded } : {}), ...(abducted ? { abducted } : {}) };
  return {
    type: localType === undefined ? { case: "subEventType", value: subEventType ?? 0 } : { case: "localType", value: localType },
    sites: [{ reference: { by: draft.placeId > 0 ? { case: "geonamesId", value: draft.placeId } : { case: "named", value: { name: draft.place.trim(), countryCode: draft.country } }, label: draft.spot.trim() } }],
    occurred: {
      precision: draft.precision,
      ...(wholeDays.has(draft.precision) ? { localDate: draft.when.slice(0, 10) } : { startTime: timestampFromMs(new Date(draft.when).getTime()) }),
      ...(draft.ongoing === "" ? {} : { ongoing: draft.ongoing === "yes" }),
    },
    source,
    text: draft.text,
    casualties: Object.keys(tolls).length > 0 ? [tolls] : [],
    targets: draft.target === TargetKind.UNSPECIFIED ? [] : [draft.target],
    ...(draft.complex ? { complexAttack: true } : {}),
    separateEvent: draft.separate,
    tlp,
    recipients: [...recipients],
    exercise,
  };
}
