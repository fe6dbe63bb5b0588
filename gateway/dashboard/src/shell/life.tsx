import { HushReason } from "#api/notify_service_pb";
import { followed, followedName, followWatch } from "../live/followed.ts";
import { deviceTime, lastHeard, line, now, serverStatus, situations } from "../live/state.ts";
import { ago, millis, shortTime } from "../terms/when.ts";
import { words } from "../words/words.ts";

const minuteMs = 60_000;

/** Since when silence proves nothing, by whoever said it last: the stream or the status. */
function blindSince(): number | undefined {
  return situations.value.blindSince ?? millis(serverStatus.value?.blindSinceTime);
}

function heardAgo(): string {
  return ago(lastHeard.value ?? deviceTime.value, deviceTime.value);
}

/** The state of the line, always in sight: live, coming back, blind or signed out. */
export function LifePill() {
  const texts = words.value.line;
  const state = line.value === "live" && blindSince() !== undefined ? "blind" : line.value;
  const text = state === "saved" ? texts.lost : texts[state];
  // A phone asks to hear seldom; how long ago it heard belongs to "live".
  const age = state === "live" && deviceTime.value - (lastHeard.value ?? deviceTime.value) >= minuteMs ? ` · ${heardAgo()}` : "";
  return <p class={`life life-${state}`} role="status"><span class="dot" aria-hidden="true" />{text}{age}</p>;
}

/** Says in large type what an officer must know before anything else: that the page is blind, or how old it is. */
export function Life() {
  const { line: texts, failure } = words.value;
  const blind = blindSince();
  if (line.value === "signedOut")
    return <section class="big lost" role="alert"><p class="large">{failure.signIn}</p><p><a href="/signin">{failure.signInDo}</a></p></section>;
  if (line.value === "lost" || line.value === "saved")
    return <section class="big lost" role="alert"><p class="large">{texts.lostLong(heardAgo())}</p><p>{line.value === "saved" ? texts.savedWhy : texts.lostWhy}</p></section>;
  if (blind !== undefined)
    return <section class="big blind" role="alert"><p class="large">{texts.blindLong(`${shortTime(blind)} UTC`)}</p><p>{texts.blindWhy}</p></section>;
  return null;
}

/** Which watch is followed here, and what keeps it quiet: nobody may take a filtered or a silent page for a calm country. */
export function Following() {
  const { follow } = words.value;
  const { hush } = situations.value;
  if (!followed.value) return null;
  const until = millis(hush?.untilTime);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <section class="following" aria-label={follow.title}>
      <p>{follow.only(followedName.value)}{hush && until !== undefined ? <b> {hush.reason === HushReason.QUIET_HOURS ? follow.quiet(shortTime(until, zone)) : follow.silent(shortTime(until, zone))}</b> : null}</p>
      <p><button type="button" onClick={() => followWatch("")}>{follow.everything}</button></p>
    </section>
  );
}

/** How new what is shown is. */
export function DataAge() {
  const texts = words.value.line;
  const complete = situations.value.completeThrough ?? millis(serverStatus.value?.completeThroughTime);
  const told = serverStatus.value;
  const stuck = told?.parts.filter((part) => !part.healthy).map((part) => part.name) ?? [];
  return (
    <p class="soft age">
      {told?.scenario ? <>{texts.scenario(told.scenario, `${shortTime(now.value)} UTC`)}. </> : null}
      {complete === undefined ? null : <>{texts.complete(`${shortTime(complete)} UTC`)} ({ago(complete, now.value)}). </>}
      {stuck.length > 0 ? <b class="bad">{texts.stuck(stuck.join(", "))}.</b> : null}
    </p>
  );
}
