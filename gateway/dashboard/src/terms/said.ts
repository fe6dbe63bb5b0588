import type { Forecast, LevelReason } from "#api/threat_pb";
import type { Language } from "../shell/settings.ts";
import type { Words } from "../words/words.ts";

/** What people read of a reason: in their language where it was said in it, else in English. */
export function reasonText(reason: Pick<LevelReason, "text" | "texts">, language: Language): string {
  return reason.texts[language] || reason.text;
}

/** How good a forecast has been, of the place or of its country: being worked out, not measured, better or worse. What is not known yet is never shown as a figure. */
export function skillText(forecast: Pick<Forecast, "skillPending">, skill: number | undefined, { city }: Pick<Words, "city">): string {
  if (forecast.skillPending) return city.skillPending;
  if (skill === undefined) return city.skillNone;
  const percent = `${Math.abs(Math.round(skill * 100))} %`;
  return skill > 0 ? city.skillValue(percent) : city.skillBad(percent);
}
