import { ClaimantKind, InformationCredibility, SourceReliability, TlpLabel } from "#api/terms_pb";

/** Who says it, how far to trust it, and who may see it. */
export interface SourceDraft {
  readonly name: string;
  readonly kind: ClaimantKind;
  readonly reliability: SourceReliability;
  readonly credibility: InformationCredibility;
  readonly forwarded: boolean;
  readonly tlp: TlpLabel;
  /** Under RED: who may read it beside its author. */
  readonly recipients: readonly string[];
  readonly exercise: boolean;
}

/** Nothing said yet: unknown is F and 6, and the label is the careful one. */
export const noSource: SourceDraft = {
  name: "", kind: ClaimantKind.UNSPECIFIED, reliability: SourceReliability.F, credibility: InformationCredibility.CANNOT_BE_JUDGED, forwarded: false,
  tlp: TlpLabel.AMBER_STRICT, recipients: [], exercise: false,
};
