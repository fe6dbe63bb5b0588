import { type Alert, SituationKind, SituationState } from "#api/alert_pb";
import { Urgency } from "#api/terms_pb";
import { levelNumber } from "./level.ts";

/** How an alert reaches an officer. What a page does not know rings. */
export type UrgencyName = "flash" | "priority" | "routine";

export function urgencyName(urgency: Urgency): UrgencyName {
  if (urgency === Urgency.ROUTINE) return "routine";
  return urgency === Urgency.PRIORITY ? "priority" : "flash";
}

/** Whether a situation still counts. One in a state that this page does not know does. */
export function isOpen(alert: Alert): boolean {
  switch (alert.state) {
    case SituationState.CLEARED:
    case SituationState.CANCELLED:
    case SituationState.EXPIRED:
    case SituationState.SUPERSEDED:
      return false;
    default:
      return true;
  }
}

const weights: Record<UrgencyName, number> = { flash: 3, priority: 2, routine: 1 };

/**
 * How grave a situation is to look at: the urgency of its newest alert, or what it forces if that is more. A small addition to an attack that
 * forces level 6 is routine news of something that is not.
 */
export function gravityOf(alert: Alert): UrgencyName {
  const urgency = urgencyName(alert.urgency);
  if (urgency === "flash" || levelNumber(alert.floor) >= 5) return "flash";
  return urgency === "priority" || levelNumber(alert.floor) >= 4 ? "priority" : "routine";
}

/** Whether something is happening at the place: an incident or a pressure that stands, not a level that was signed or the system's own state. */
export function isHappening(alert: Alert): boolean {
  return isOpen(alert) && alert.kind !== SituationKind.LEVEL && alert.kind !== SituationKind.SYSTEM;
}

/** Order of a list of situations: open ones first, then the graver, then the more urgent, then the higher level. Higher goes first. */
export function weightOf(alert: Alert): number {
  return isOpen(alert) ? 100 * weights[gravityOf(alert)] + 10 * weights[urgencyName(alert.urgency)] + levelNumber(alert.floor) : 0;
}
