import { createClient } from "@connectrpc/connect";
import { type DeadLetter, DeadLetterService } from "#api/dead_letter_service_pb";
import { transport } from "../api/transport.ts";
import { Failure } from "../parts/failure.tsx";
import { useLoaded } from "../parts/loaded.ts";
import { useSending } from "../parts/sent.ts";
import { Time } from "../parts/time.tsx";
import { words } from "../words/words.ts";

const client = createClient(DeadLetterService, transport);
const most = 100;

/** Events that could not be handled, each with why, and the way to have it handled anew once that was mended. For the installation's administrator. */
export function DeadLetters({ count }: { count: number }) {
  const { system } = words.value;
  const asked = useLoaded((signal) => client.listDeadLetters({ pageSize: most }, { signal }), [count]);
  return (
    <section class="panel stack" aria-labelledby="dead">
      <h2 id="dead">{system.dead}</h2>
      <p class="soft">{system.deadWhat}</p>
      <Failure text={asked.failure} retry={asked.reload} />
      <ul class="list">{asked.value?.deadLetters.map((letter) => <Item key={letter.name} letter={letter} onDone={asked.reload} />)}</ul>
      {asked.value?.nextPageToken ? <p class="soft note">{system.deadMore(most)}</p> : null}
    </section>
  );
}

function Item({ letter, onDone }: { letter: DeadLetter; onDone: () => void }) {
  const { system } = words.value;
  const replaying = useSending<unknown>(onDone);
  return (
    <li class="stack">
      <p><b>{letter.part}</b> {letter.kind} <span class="soft">{letter.eventId}</span></p>
      <p class="note">{letter.reason}</p>
      <p class="note soft"><Time time={letter.createTime} /></p>
      <p class="actions"><button type="button" disabled={replaying.busy} onClick={() => replaying.send(() => client.replayDeadLetter({ name: letter.name }))}>{system.replay}</button></p>
      <Failure text={replaying.failure} />
    </li>
  );
}
