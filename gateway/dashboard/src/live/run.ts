import { batch, effect, untracked } from "@preact/signals";
import { durationFromMs } from "@bufbuild/protobuf/wkt";
import type { StreamAlertsResponse } from "#api/notify_service_pb";

import { ThreatLevel } from "#api/terms_pb";
import { notify, risk, status } from "../api/clients.ts";
import { failureText, isUnreachable, needsSignIn } from "../api/failure.ts";
import { language, savesData } from "../shell/settings.ts";
import { announce } from "../shell/spoken.ts";
import { ring } from "../shell/ring.ts";
import { follow } from "./follow.ts";
import { followed, followedName, followWatch } from "./followed.ts";
import { save } from "./saved.ts";
import { take, withoutCursor } from "./situations.ts";
import { deviceTime, lastHeard, line, setStatus, shown, situations, threats, threatsFailure, threatsKnown, threatsMore } from "./state.ts";

// A quiet hour must cost at most 20 kB on a phone: twelve bookmarks, which carry what the status says, and a look or two at the rest. A level
// that changes comes with an alert, and that reads the levels anew.
const thrifty = savesData();
const bookmarkMs = thrifty ? 300_000 : 15_000;
// Three bookmarks that did not come on a quick line; on a thrifty one the device's own "online" and the eye of the officer wake it as well.
const silenceMs = thrifty ? bookmarkMs + 60_000 : 3 * bookmarkMs;
const levelsEveryMs = thrifty ? 3_600_000 : 60_000;
const statusEveryMs = thrifty ? 1_800_000 : 10_000;
const clockEveryMs = 5_000;
// Places that are loaded for a glance, the highest; one takes half a kilobyte. The map asks for those in its view, the list for more.
const firstThreats = thrifty ? 30 : 50;
const moreThreats = 100;
const mostThreats = 500;
let wantedThreats = firstThreats;

let wake: () => void = () => undefined;
let giveUpLine: () => void = () => undefined;

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener("abort", wake, { once: true });
  });
}

function onFrame(frame: StreamAlertsResponse): void {
  batch(() => {
    situations.value = take(situations.value, frame);
    lastHeard.value = Date.now();
    deviceTime.value = Date.now();
    // Half a snapshot is not the state: until it is whole, the page does not say "live".
    if (frame.frame.case !== "closing" && situations.value.toArrive === 0) line.value = "live";
  });
  // Also the end of a snapshot: it may come after the levels, and the state is kept whole or not at all.
  if (frame.frame.case === "alert" || frame.frame.case === "subscribed") keepState();
  if (frame.frame.case !== "alert" || frame.frame.value.snapshot || !frame.frame.value.alert) return;
  const { alert, hush, releasedUrgency } = frame.frame.value;
  soonLevels();
  // It is shown like any other, without sound; what is active when the quiet ends comes again.
  if (hush) return;
  announce(alert);
  ring(alert, releasedUrgency || alert.urgency);
}

// For a page that opens without a network.
function keepState(): void {
  if (line.value === "live" && threatsKnown.value) save({ at: Date.now(), alerts: shown.value, threats: threats.value });
}

let levelsTimer: ReturnType<typeof setTimeout> | undefined;

// A burst of alerts asks once; the first is not kept waiting.
function soonLevels(): void {
  levelsTimer ??= setTimeout(() => {
    levelsTimer = undefined;
    void loadLevels();
  }, 250);
}

/** Reads the levels of the highest places anew. */
export async function loadLevels(): Promise<void> {
  try {
    const page = await risk.listCityThreats({ minimumLevel: ThreatLevel.LOW, pageSize: wantedThreats });
    batch(() => {
      threats.value = page.threats;
      threatsKnown.value = true;
      threatsMore.value = page.nextPageToken !== "";
      threatsFailure.value = "";
    });
    keepState();
  } catch (error) {
    threatsFailure.value = failureText(error);
  }
}

/** Reads more of the list, up to 500 places. */
export function loadMore(): Promise<void> {
  wantedThreats = Math.min(mostThreats, wantedThreats + moreThreats);
  return loadLevels();
}

async function loadStatus(): Promise<void> {
  try {
    setStatus(await status.getStatus({}));
  } catch (error) {
    if (needsSignIn(error)) line.value = "signedOut";
    // A stream through a proxy or a dead radio link may look open for long; a call that cannot get through knows better.
    else if (line.value === "live" && isUnreachable(error)) giveUpLine();
  }
}

function followAlerts(life: AbortSignal): void {
  void follow({
    open: (cursor, signal) => notify.streamAlerts({ cursor, watch: followed.value, language: language.value, bookmarkInterval: durationFromMs(bookmarkMs) }, { signal }),
    silenceMs,
    cursor: () => situations.value.cursor,
    onLine: (end) => {
      giveUpLine = end;
    },
    onFrame,
    onLost: () => {
      line.value = line.value === "saved" ? "saved" : "lost";
      void loadStatus();
    },
    onCursorRefused: () => {
      situations.value = withoutCursor(situations.value);
    },
    onWatchGone: () => followWatch(""),
    onSignedOut: () => {
      line.value = "signedOut";
    },
    wait,
    random: Math.random,
  }, life);
}

// A page that shows one watch says which, also after it was opened anew.
async function nameFollowed(): Promise<void> {
  if (!followed.value) return;
  try {
    const { watch } = await notify.getWatch({ name: followed.value });
    followedName.value = watch?.displayName ?? "";
  } catch {
    // The stream says when it is gone.
  }
}

let life = new AbortController();

/** Asks for everything that is active anew, such as after the followed watch was given another filter. */
export function refollow(): void {
  life.abort();
  life = new AbortController();
  situations.value = withoutCursor(situations.value);
  followAlerts(life.signal);
}

/** Starts to follow the server; for as long as the page lives. */
export function run(): void {
  followAlerts(life.signal);
  let asked = `${language.value} ${followed.value}`;
  effect(() => {
    const wanted = `${language.value} ${followed.value}`;
    if (wanted === asked) return;
    // What is on the screen has its words in the other language, or is of another watch: it is asked for anew.
    asked = wanted;
    untracked(refollow);
  });
  void nameFollowed();
  void loadLevels();
  void loadStatus();
  setInterval(() => void loadLevels(), levelsEveryMs);
  setInterval(() => void loadStatus(), statusEveryMs);
  setInterval(() => {
    deviceTime.value = Date.now();
  }, clockEveryMs);
  addEventListener("online", () => wake());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    wake();
    deviceTime.value = Date.now();
    void loadStatus();
    void loadLevels();
  });
}

