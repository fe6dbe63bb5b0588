import type { GetMeResponse } from "#api/access_service_pb";
import { access } from "../api/access.ts";
import { forget } from "../live/saved.ts";
import { Failure } from "../parts/failure.tsx";
import type { Loaded } from "../parts/loaded.ts";
import { useSending } from "../parts/sent.ts";
import { Time } from "../parts/time.tsx";
import { words } from "../words/words.ts";

/** Who is signed in on this device, as what, and the way out. */
export function Me({ asked }: { asked: Loaded<GetMeResponse> }) {
  const { system } = words.value;
  const leaving = useSending<unknown>(() => {
    // Nothing of what was seen stays behind for the next one.
    forget();
    void caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))).finally(() => location.assign("/signin"));
  });
  const me = asked.value;
  return (
    <section class="panel stack" aria-labelledby="me">
      <h2 id="me">{system.me}</h2>
      <Failure text={asked.failure} retry={asked.reload} />
      {me ? (
        <dl class="facts">
          <dt>{system.who}</dt><dd>{me.displayName || me.subject}</dd>
          <dt>{system.organisation}</dt><dd>{me.organisationDisplayName || me.organisation}</dd>
          <dt>{system.roles}</dt><dd>{me.roles.map((role) => system.roleNames[role] ?? String(role)).join(", ")}</dd>
          {me.expireTime ? <><dt>{system.until}</dt><dd><Time time={me.expireTime} age={false} /></dd></> : null}
        </dl>
      ) : null}
      <p class="actions"><button type="button" disabled={leaving.busy} onClick={() => leaving.send(() => access.signOut({}))}>{system.signOut}</button></p>
      <Failure text={leaving.failure} />
    </section>
  );
}
