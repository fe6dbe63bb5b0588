import { ThreatLevel } from "#api/terms_pb";

/** The levels as numbers: 0 is "not assessed", 1 to 6 are the six names. */
export type LevelNumber = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** A level that this page does not know counts as the highest, never as absent. */
export function levelNumber(level: ThreatLevel): LevelNumber {
  return level >= 0 && level <= 6 ? (level as LevelNumber) : 6;
}
