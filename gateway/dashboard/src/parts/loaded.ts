import { useCallback, useEffect, useState } from "preact/hooks";
import { failureText, needsSignIn } from "../api/failure.ts";
import { line } from "../live/state.ts";

/** What a page asked the server for. The last answer stays while a new one is on its way, or fails. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly failure: string;
  readonly reload: () => void;
}

/** Asks the server when the page opens and whenever a key changes. */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>, keys: readonly unknown[]): Loaded<T> {
  const [value, setValue] = useState<T | undefined>();
  const [failure, setFailure] = useState("");
  const [round, setRound] = useState(0);
  useEffect(() => {
    const control = new AbortController();
    load(control.signal).then(
      (answer) => {
        if (control.signal.aborted) return;
        setValue(() => answer);
        setFailure("");
      },
      (error: unknown) => {
        if (control.signal.aborted) return;
        if (needsSignIn(error)) line.value = "signedOut";
        setFailure(failureText(error));
      },
    );
    return () => control.abort();
    // The keys say when to ask anew; the function itself is new on every drawing.
  }, [...keys, round]);
  return { value, failure, reload: useCallback(() => setRound((before) => before + 1), []) };
}
