import "../style/words.css";
import type { Evidence } from "#api/report_pb";
import { words } from "../words/words.ts";
import { kindOf, piecesOf } from "./spans.ts";

const kinds = new Set(["sites", "occurred", "casualties", "actors", "targets", "sub", "local", "statements", "source", "access", "complex"]);

function fieldName(field: string): string {
  const names: Record<string, string> = words.value.fields;
  const kind = kindOf(field);
  const part = /\.([a-z_]+)$/.exec(field)?.[1] ?? "";
  return [names[kind] ?? kind, names[part] ?? ""].filter(Boolean).join(": ");
}

/** A source's words with what was read from them marked, and what was assumed said below. The words are text and nothing else. */
export function MarkedText({ text, evidence }: { text: string; evidence: readonly Evidence[] }) {
  const assumed = evidence.filter(({ length, reason }) => length === 0 && reason);
  return (
    <>
      <blockquote class="words">
        {piecesOf(text, evidence).map((piece, index) => {
          const first = piece.fields[0];
          if (first === undefined) return piece.text;
          const kind = kindOf(first);
          return <mark key={index} class={kinds.has(kind) ? `mark-${kind}` : undefined} title={piece.fields.map(fieldName).join(", ")}>{piece.text}<sup>{piece.fields.map(fieldName)[0]}</sup></mark>;
        })}
      </blockquote>
      {assumed.length > 0 ? <ul class="assumed note soft">{assumed.map((item, index) => <li key={index}>{fieldName(item.field)}: {item.reason}</li>)}</ul> : null}
    </>
  );
}
