import { useState } from "preact/hooks";
import { failureText, mayHaveArrived } from "../api/failure.ts";
import { requestId } from "../api/clients.ts";

/** What became of something that was sent. */
export interface Sending<T> {
  readonly busy: boolean;
  readonly failure: string;
  readonly answer: T | undefined;
  /** Sends; the id stays the same until an answer came, so that a repeat after a broken line does nothing twice. */
  readonly send: (call: (requestId: string) => Promise<T>) => void;
  readonly clear: () => void;
}

/** Sends what a person filled in, once. */
export function useSending<T>(onDone?: (answer: T) => void): Sending<T> {
  const [id, setId] = useState(requestId);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const [answer, setAnswer] = useState<T | undefined>();
  return {
    busy, failure, answer,
    send: (call) => {
      if (busy) return;
      setBusy(true);
      setFailure("");
      call(id).then((done) => {
        setAnswer(() => done);
        setId(requestId());
        onDone?.(done);
      }, (error: unknown) => {
        setFailure(failureText(error));
        // Refused: nothing was stored, and corrected words want an id of their own. Not answered: the repeat must be known as one.
        if (!mayHaveArrived(error)) setId(requestId());
      }).finally(() => setBusy(false));
    },
    clear: () => {
      setAnswer(undefined);
      setFailure("");
    },
  };
}
