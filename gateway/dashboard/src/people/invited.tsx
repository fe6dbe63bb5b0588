import { useState } from "preact/hooks";
import type { CreateInvitationResponse } from "#api/access_service_pb";
import { Time } from "../parts/time.tsx";
import { words } from "../words/words.ts";
import { Qr } from "./qr.tsx";

/** An invitation that was just made: its link and the same as a QR code, shown only now. */
export function Invited({ answer, who, onDone }: { answer: CreateInvitationResponse; who: string; onDone: () => void }) {
  const { people } = words.value;
  const [copied, setCopied] = useState(false);
  // The first answer was lost on the way, and the server keeps no secret to say again.
  if (!answer.link) return <p class="failure" role="alert">{people.linkGone}</p>;
  return (
    <section class="invited stack" role="status" aria-label={people.invited(who)}>
      <h3>{people.invited(who)}</h3>
      <p>{people.linkNote} <Time time={answer.invitation?.expireTime} age={false} />.</p>
      <Qr text={answer.link} label={people.qr(who)} />
      <label>{people.link}<input readOnly class="secret" value={answer.link} onFocus={(event) => event.currentTarget.select()} /></label>
      <p class="actions">
        <button type="button" onClick={() => void navigator.clipboard.writeText(answer.link).then(() => setCopied(true), () => undefined)}>{people.copy}</button>
        <button type="button" onClick={onDone}>{people.hide}</button>
        {copied ? <span role="status">{people.copied}</span> : null}
      </p>
    </section>
  );
}
