import { words } from "../words/words.ts";

/** What went wrong, and the way to try again. Nothing when nothing did. */
export function Failure({ text, retry }: { text: string; retry?: () => void }) {
  if (!text) return null;
  return <p class="failure" role="alert">{text} {retry ? <button type="button" onClick={retry}>{words.value.shell.retry}</button> : null}</p>;
}
