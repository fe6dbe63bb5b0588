import { Code, ConnectError } from "@connectrpc/connect";
import { words } from "../words/words.ts";

/** Whether the browser must sign in anew. */
export function needsSignIn(error: unknown): boolean {
  return ConnectError.from(error).code === Code.Unauthenticated;
}

/** Whether no answer came: no network, no server, or a gateway whose services are down. */
export function isUnreachable(error: unknown): boolean {
  const { code } = ConnectError.from(error);
  return code === Code.Unavailable || code === Code.Unknown;
}

/** What went wrong, for people. The server's own sentence where it gave one: it says what to mend. */
export function failureText(error: unknown): string {
  const failure = ConnectError.from(error);
  switch (failure.code) {
    case Code.Unauthenticated:
      return words.value.failure.signIn;
    case Code.PermissionDenied:
      return failure.rawMessage || words.value.failure.notAllowed;
    case Code.Unavailable:
    case Code.Unknown:
      // A network failure of the browser comes as Unknown, in words that are the browser's.
      return words.value.failure.unreachable;
    case Code.Unimplemented:
      return words.value.failure.notThere;
    default:
      return failure.rawMessage || words.value.failure.unreachable;
  }
}

/** Whether a call may have been carried out although no answer came. */
export function mayHaveArrived(error: unknown): boolean {
  const code = ConnectError.from(error).code;
  return code === Code.Unavailable || code === Code.Unknown || code === Code.DeadlineExceeded || code === Code.Canceled || code === Code.Internal;
}
