import type { ToSignItem } from "#api/assessment_pb";
import { ToSignKind } from "#api/assessment_pb";
import { risk } from "../api/clients.ts";
import { situations, threats } from "../live/state.ts";
import { Failure } from "../parts/failure.tsx";
import { Level } from "../parts/level.tsx";
import { useLoaded } from "../parts/loaded.ts";
import { Time } from "../parts/time.tsx";
import { ExerciseTag } from "../parts/urgency.tsx";
import { href, idOf } from "../shell/route.ts";
import { dateOnly, millis } from "../terms/when.ts";
import { words } from "../words/words.ts";
import { SignForm } from "./form.tsx";
import { ClearForm, HoldForm } from "./situation.tsx";

const most = 200;

function Item({ item, onDone }: { item: ToSignItem; onDone: () => void }) {
  const { sign, city, signing } = words.value;
  const situation = item.subject.startsWith("situations/") ? item.subject : "";
  const cityId = item.subject.startsWith("cities/") ? idOf(item.subject) : item.city ? String(item.city.geonamesId) : "";
  const country = item.subject.startsWith("countries/") ? idOf(item.subject) : item.city?.countryCode ?? "";
  const to = item.incident ? href("incident", idOf(item.incident)) : cityId ? href("city", cityId) : undefined;
  return (
    <li class="panel stack">
      <p class="tags"><span class="tag">{sign.kinds[item.kind] || item.kind}</span>{item.exercise ? <ExerciseTag /> : null}{item.dueTime ? <span class="soft">{sign.due} <Due item={item} /></span> : null}</p>
      <h2>{to ? <a href={to}>{item.title}</a> : item.title}</h2>
      <p>{item.reason}</p>
      <p><b>{sign.todo}:</b> {item.todo}</p>
      <dl class="facts">
        {item.level > 0 ? <><dt>{city.current}</dt><dd><Level level={item.level} /></dd></> : null}
        {item.assessed > 0 ? <><dt>{city.assessed}</dt><dd><Level level={item.assessed} /></dd></> : null}
        {item.band > 0 ? <><dt>{city.band}</dt><dd><Level level={item.band} /></dd></> : null}
      </dl>
      {situation ? (
        <>
          <details><summary>{signing.clear}</summary><ClearForm situation={situation} onDone={onDone} /></details>
          <details><summary>{signing.hold}</summary><HoldForm situation={situation} onDone={onDone} /></details>
        </>
      ) : item.kind === ToSignKind.REVIEW_INCIDENT ? null : (
        <details><summary>{signing.sign}</summary><SignForm city={cityId} country={country} level={item.assessed || item.band || item.level} onDone={onDone} /></details>
      )}
    </li>
  );
}

/** What waits for an adviser, the most urgent first, each with what to do about it. */
export function ToSign() {
  const { sign, shell } = words.value;
  // A new alert or another level may bring or take away an item.
  const asked = useLoaded((signal) => risk.listToSign({ pageSize: most }, { signal }), [situations.value.byName, threats.value]);
  return (
    <div class="stack">
      <div class="title"><h1 tabIndex={-1}>{sign.title}</h1>{asked.value ? <p class="soft">{sign.count(asked.value.totalSize)}</p> : null}</div>
      <Failure text={asked.failure} retry={asked.reload} />
      {asked.value || asked.failure ? null : <p class="soft" role="status">{shell.loading}</p>}
      {asked.value?.items.length === 0 ? <p class="quiet">{sign.none}</p> : null}
      <ul class="stack">{asked.value?.items.map((item) => <Item key={`${item.kind} ${item.subject}`} item={item} onDone={asked.reload} />)}</ul>
    </div>
  );
}

// A review is due by a day, and over at the midnight that ends it: "by the 5th, 00:00" would be read as the 5th.
function Due({ item }: { item: ToSignItem }) {
  const due = millis(item.dueTime);
  const byDay = item.kind === ToSignKind.REVIEW_DUE || item.kind === ToSignKind.REVIEW_OVERDUE;
  return byDay && due !== undefined ? <>{dateOnly(due - 1, item.city?.timeZone)}</> : <Time time={item.dueTime} zone={item.city?.timeZone ?? ""} age={false} />;
}
