import type { Evidence } from "#api/report_pb";

/** A piece of a text, and the fields that were read from it; none for what lies between. */
export interface Piece {
  readonly text: string;
  readonly fields: readonly string[];
}

/**
 * Cuts a text where evidence begins and ends, so that each piece is marked with all that was read from it. Evidence that lies outside of the
 * text is left out: a mark at a wrong place would be worse than none. Positions are code units of UTF-16, as JavaScript counts.
 */
export function piecesOf(text: string, evidence: readonly Evidence[]): Piece[] {
  const spans = evidence.filter(({ start, length }) => length > 0 && start >= 0 && start + length <= text.length);
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, length }) => [start, start + length])])].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1];
    if (to === undefined) break;
    const fields = spans.filter(({ start, length }) => start <= from && start + length >= to).map(({ field }) => field);
    pieces.push({ text: text.slice(from, to), fields: [...new Set(fields)] });
  }
  return pieces;
}

/** "casualties[0].killed" → "casualties": which colour a mark has. */
export function kindOf(field: string): string {
  return /^[a-z]+/.exec(field)?.[0] ?? "";
}
