/** A probability as people say it: whole per cents, and "1 in n" while that says more. */
export interface Chance {
  /** "<1 %", "11 %", ">99 %". */
  readonly percent: string;
  /** n of "about 1 in n"; 0 where it would say nothing, above three in four or below one in a hundred. */
  readonly oneIn: number;
}

const rare = 0.01;
const common = 0.75;

/** @param probability 0 to 1, both inclusive. */
export function chanceOf(probability: number): Chance {
  if (probability < rare) return { percent: "<1 %", oneIn: 0 };
  if (probability > 1 - rare / 2) return { percent: ">99 %", oneIn: 0 };
  return { percent: `${Math.round(probability * 100)} %`, oneIn: probability < common ? Math.round(1 / probability) : 0 };
}
