import type { CityThreat } from "#api/threat_pb";
import { words } from "../words/words.ts";
import { OverrideForm } from "../sign/override.tsx";
import { SignForm } from "../sign/form.tsx";
import { WithdrawForm } from "../sign/withdraw.tsx";

/** What an adviser can sign for the city. */
export function Signed({ id, threat, onSigned }: { id: string; threat: CityThreat; onSigned: () => void }) {
  const { signing } = words.value;
  const country = threat.city?.countryCode ?? "";
  return (
    <section class="panel" aria-label={signing.sign}>
      <details><summary>{signing.sign}</summary><SignForm city={id} country={country} level={threat.assessed?.level || threat.band || threat.level} onDone={onSigned} /></details>
      <details><summary>{signing.override}</summary><OverrideForm city={id} country={country} onDone={onSigned} /></details>
      {threat.assessed || threat.overrides.length > 0 ? <details><summary>{signing.withdraw}</summary><WithdrawForm threat={threat} onDone={onSigned} /></details> : null}
    </section>
  );
}
