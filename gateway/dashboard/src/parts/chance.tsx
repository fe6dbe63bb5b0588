import type { CityThreat } from "#api/threat_pb";
import { chanceOf } from "../terms/chance.ts";
import { levelNumber } from "../terms/level.ts";
import { words } from "../words/words.ts";

/** The chance in words, and what it is of. Kept from the headline while something is happening, when it would be misread. */
export function ChanceLine({ threat }: { threat: CityThreat }) {
  const { chance, now } = words.value;
  if (threat.situations.length > 0) return <span class="happening">{now.happening}</span>;
  if (!threat.forecast || levelNumber(threat.level) === 0) return null;
  const { percent, oneIn } = chanceOf(threat.forecast.probability30d);
  return <span class="soft"><b>{chance.headline(percent, oneIn)}</b>{threat.forecast.noSkill ? <> · {chance.noSkill}</> : null}</span>;
}
