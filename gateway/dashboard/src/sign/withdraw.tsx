import { useState } from "preact/hooks";
import type { CityThreat } from "#api/threat_pb";
import { risk } from "../api/clients.ts";
import { Choice } from "../parts/choice.tsx";
import { Failure } from "../parts/failure.tsx";
import { useSending } from "../parts/sent.ts";
import { words } from "../words/words.ts";

/** Withdraws the signed level that counts for a city, or ends its overrides. */
export function WithdrawForm({ threat, onDone }: { threat: CityThreat; onDone: () => void }) {
  const { signing } = words.value;
  const options = [
    ...(threat.assessed ? [{ value: threat.assessed.area, label: `${signing.withdrawLevel} (${threat.assessed.area})` }] : []),
    ...[...new Set(threat.overrides.map((override) => override.area))].map((area) => ({ value: `!${area}`, label: `${signing.withdrawOverrides} (${area})` })),
  ];
  const [what, setWhat] = useState(String(options[0]?.value ?? ""));
  const [rationale, setRationale] = useState("");
  const sending = useSending<unknown>(onDone);
  return (
    <form class="form" onSubmit={(event) => {
      event.preventDefault();
      sending.send((requestId) => risk.withdrawAssessment({ requestId, area: what.replace(/^!/, ""), rationale, overrides: what.startsWith("!") }));
    }}>
      <Choice label={signing.area} value={what} options={options} onChoose={setWhat} />
      <label>{signing.why}<textarea required maxLength={500} rows={2} value={rationale} onInput={(event) => setRationale(event.currentTarget.value)} /><span class="hint">{signing.whyHint}</span></label>
      <p class="actions"><button type="submit" disabled={sending.busy}>{signing.withdraw}</button></p>
      {sending.answer ? <p class="done" role="status">{signing.done}</p> : null}
      <Failure text={sending.failure} />
    </form>
  );
}
