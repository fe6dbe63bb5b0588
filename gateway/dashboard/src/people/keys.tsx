import { KeyKind, type SignInKey } from "#api/people_pb";
import { access } from "../api/access.ts";
import { deviceTime } from "../live/state.ts";
import { Failure } from "../parts/failure.tsx";
import { useSending } from "../parts/sent.ts";
import { Sure } from "../parts/sure.tsx";
import { dateOnly, millis } from "../terms/when.ts";
import { words } from "../words/words.ts";
import { isGood } from "./standing.ts";

function Key({ of, own, onChanged }: { of: SignInKey; own: boolean; onChanged: () => void }) {
  const { people } = words.value;
  const revoking = useSending<unknown>(onChanged);
  const used = millis(of.lastUseDay);
  const made = millis(of.createTime);
  const ends = millis(of.expireTime);
  return (
    <li class="key">
      <div>
        <p><b>{of.label || people.kinds[of.kind]}</b> <span class="soft">{people.kinds[of.kind] ?? people.kinds[KeyKind.UNSPECIFIED]}</span> {own ? <span class="tag">{people.thisDevice}</span> : null}</p>
        <p class="note soft">{[used === undefined ? people.neverUsed : people.lastUsed(dateOnly(used)), made === undefined ? "" : people.since(dateOnly(made)), ends === undefined ? "" : people.goodUntil(dateOnly(ends))].filter(Boolean).join(" · ")}</p>
      </div>
      <Sure label={people.revoke} ask={own ? people.revokeOwn : people.revokeAsk} busy={revoking.busy} onSure={() => revoking.send(() => access.revokeKey({ name: of.name }))} />
      <Failure text={revoking.failure} />
    </li>
  );
}

/** The keys that open the door now, each with its end. What was revoked or ran out is told by the audit. */
export function Keys({ keys, own, onChanged }: { keys: readonly SignInKey[]; own: string; onChanged: () => void }) {
  const good = keys.filter((key) => isGood(key, deviceTime.value));
  if (good.length === 0) return <p class="soft">{words.value.people.noKeys}</p>;
  return <ul class="list">{good.map((key) => <Key key={key.name} of={key} own={key.name === own} onChanged={onChanged} />)}</ul>;
}
