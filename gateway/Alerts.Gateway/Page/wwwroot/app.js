"use strict";
// The first page: what is happening now, and the level of each place. It shows what the server says and decides nothing.
(() => {
  const levelNames = ["Not assessed", "Minimal", "Low", "Moderate", "Substantial", "High", "Extreme"];
  const levelCodes = ["UNSPECIFIED", "MINIMAL", "LOW", "MODERATE", "SUBSTANTIAL", "HIGH", "EXTREME"];
  // What a program does not know counts as the more urgent.
  const urgencies = { URGENCY_ROUTINE: ["routine", "Routine"], URGENCY_PRIORITY: ["priority", "Priority"] };
  const states = {
    SITUATION_STATE_QUIET: "no news",
    SITUATION_STATE_CLEARED: "all clear",
    SITUATION_STATE_CANCELLED: "false alarm, withdrawn",
    SITUATION_STATE_EXPIRED: "ended without news",
    SITUATION_STATE_SUPERSEDED: "goes on in another alert",
  };
  const verifications = {
    VERIFICATION_UNVERIFIED: "unverified",
    VERIFICATION_CORROBORATED: "corroborated by independent sources",
    VERIFICATION_CONFIRMED: "confirmed",
    VERIFICATION_DISPUTED: "disputed",
    VERIFICATION_RETRACTED: "withdrawn",
  };
  const accessWords = { UNSPECIFIED: "not known", OPEN: "open", CONSTRAINED: "constrained", RESTRICTED: "restricted", CUT_OFF: "cut off" };
  const open = new Set(["SITUATION_STATE_ACTIVE", "SITUATION_STATE_QUIET", "SITUATION_STATE_UNSPECIFIED", undefined]);

  // The server sends a bookmark each 15 s; after three that did not come, the line is dead.
  const silenceMs = 45000;
  const longestWaitMs = 15000;
  const citiesEveryMs = 15000;
  const statusEveryMs = 10000;
  // An ended situation stays in sight this long, so that nobody misses how it ended.
  const endedMs = 30 * 60 * 1000;
  const mostCities = 100;

  const at = (id) => document.getElementById(id);
  const situations = new Map();
  let cursor = "";
  let snapshotLeft = 0;
  let fresh = new Map();
  let connected = false;
  let blindSince = null;
  let domainTime = null;
  let attempts = 0;
  let scenario = "";
  let citiesExercise = false;

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function utc(text) {
    return new Date(text).toISOString().slice(0, 16).replace("T", " ") + " UTC";
  }

  function when(text, zone) {
    if (!text) return "";
    if (!zone) return utc(text);
    try {
      const local = new Intl.DateTimeFormat("en-GB", {
        timeZone: zone, weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
      }).format(new Date(text));
      return `${local} local time (${utc(text)})`;
    } catch {
      return utc(text);
    }
  }

  // A level that this page does not know counts as the highest.
  function levelOf(code) {
    const known = levelCodes.indexOf((code ?? "THREAT_LEVEL_UNSPECIFIED").replace("THREAT_LEVEL_", ""));
    return known < 0 ? 6 : known;
  }

  function levelBadge(level) {
    return element("span", `level level-${level}`, level === 0 ? levelNames[0] : `${level} ${levelNames[level]}`);
  }

  function whoSaysSo(alert) {
    const reports = alert.incident?.reports ?? [];
    const names = [...new Set(reports.map((r) => r.source).filter(Boolean))];
    const shown = names.slice(0, 4).join("; ") + (names.length > 4 ? ` and ${names.length - 4} more` : "");
    const state = verifications[alert.incident?.verification];
    if (reports.length === 0) return state ?? "";
    return (shown || "source not named") + (state ? ` (${state})` : "");
  }

  function card(alert) {
    const [style, word] = urgencies[alert.urgency] ?? ["flash", "Urgent"];
    const item = element("li", `card ${style}`);
    const tags = element("div", "tags");
    tags.append(element("span", `tag ${style}`, word));
    if (alert.exercise) tags.append(element("span", "tag exercise", "EXERCISE"));
    if (states[alert.state]) tags.append(element("span", "tag", states[alert.state]));
    item.append(tags, element("h3", "", alert.headline ?? "Alert"));
    if (alert.summary && alert.summary !== alert.headline) item.append(element("p", "", alert.summary));
    const who = whoSaysSo(alert);
    if (who) item.append(element("p", "", `Who says so: ${who}.`));
    for (const effect of (alert.cities ?? []).filter((c) => c.inReach).slice(0, 3)) {
      const line = element("p", "", `${effect.city?.name ?? "City"}: `);
      const before = levelOf(effect.levelBefore);
      const after = levelOf(effect.levelAfter);
      if (before !== after) line.append(levelBadge(before), " → ");
      line.append(levelBadge(after), before === after ? " (unchanged)" : "");
      item.append(line);
    }
    const zone = alert.place?.timeZone;
    if (alert.onsetTime) item.append(element("p", "note", `Began: ${when(alert.onsetTime, zone)}`));
    if (alert.issueTime) item.append(element("p", "note", `This alert: ${when(alert.issueTime, zone)}`));
    return item;
  }

  function rank(alert) {
    const urgency = alert.urgency === "URGENCY_ROUTINE" ? 1 : alert.urgency === "URGENCY_PRIORITY" ? 2 : 3;
    return open.has(alert.state) ? urgency : 0;
  }

  function now() {
    return domainTime ? domainTime.at + (scenario ? 0 : Date.now() - domainTime.read) : Date.now();
  }

  function drawSituations() {
    const shown = [];
    for (const [key, alert] of situations) {
      if (!open.has(alert.state) && now() - Date.parse(alert.issueTime) > endedMs) situations.delete(key);
      else shown.push(alert);
    }
    shown.sort((a, b) => rank(b) - rank(a) || Date.parse(b.issueTime) - Date.parse(a.issueTime));
    at("situations").replaceChildren(...shown.map(card));
    at("none").hidden = shown.length > 0;
    // Only a live, seeing server may say that nothing is happening.
    at("none").textContent = !connected ? "Not connected: nothing is known."
      : blindSince ? "No alert, and this proves nothing: the server is blind." : "No active alert.";
    drawExercise();
  }

  function drawExercise() {
    at("exercise").hidden = !scenario && !citiesExercise && ![...situations.values()].some((a) => a.exercise);
  }

  function drawLife() {
    const life = at("life");
    const [style, text] = !connected ? ["waiting", "Reconnecting: what you see may be old"]
      : blindSince ? ["blind", `BLIND since ${utc(blindSince)}: no news proves nothing`] : ["live", "Live"];
    if (life.textContent !== text) life.textContent = text;
    life.className = `life ${style}`;
    drawSituations();
  }

  // A snapshot comes as many frames at once; drawing each would freeze a phone.
  let drawing = false;
  function drawSoon() {
    if (drawing) return;
    drawing = true;
    setTimeout(() => {
      drawing = false;
      drawLife();
    }, 50);
  }

  function keep(alert) {
    for (const old of alert.supersedes ?? []) situations.delete(old);
    const known = situations.get(alert.situation);
    if (!known || Number(known.situationRevision ?? 0) <= Number(alert.situationRevision ?? 0)) situations.set(alert.situation, alert);
  }

  function replaceBySnapshot() {
    situations.clear();
    for (const alert of fresh.values()) keep(alert);
    fresh = new Map();
  }

  function onAlert(delivered) {
    const alert = delivered.alert;
    if (delivered.snapshot) {
      fresh.set(alert.situation, alert);
      snapshotLeft -= 1;
      if (snapshotLeft <= 0) replaceBySnapshot();
    } else {
      keep(alert);
      at("spoken").textContent = `${(urgencies[alert.urgency] ?? ["", "Urgent"])[1]}: ${alert.headline ?? "new alert"}`;
      loadCities();
    }
    if (delivered.cursor) cursor = delivered.cursor;
  }

  function onFrame(frame) {
    if (frame.error || frame.code) throw new Error("the server ended the stream");
    const told = frame.subscribed ?? frame.bookmark;
    if (told) {
      blindSince = told.blindSinceTime ?? null;
      if (frame.bookmark?.cursor) cursor = frame.bookmark.cursor;
    }
    if (frame.subscribed) {
      connected = true;
      attempts = 0;
      snapshotLeft = frame.subscribed.snapshotSize ?? 0;
      fresh = new Map();
      if (!cursor && snapshotLeft === 0) {
        replaceBySnapshot();
        cursor = frame.subscribed.cursor ?? "";
      }
    }
    if (frame.alert?.alert) onAlert(frame.alert);
    if (frame.closing?.cursor && snapshotLeft <= 0) cursor = frame.closing.cursor;
    drawSoon();
  }

  async function readStream(response, control) {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    let timer = setTimeout(() => control.abort(), silenceMs);
    try {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        clearTimeout(timer);
        timer = setTimeout(() => control.abort(), silenceMs);
        const lines = (rest + value).split("\n");
        rest = lines.pop();
        for (const line of lines) if (line.trim()) onFrame(JSON.parse(line));
      }
    } finally {
      clearTimeout(timer);
    }
  }

  async function follow() {
    for (;;) {
      const control = new AbortController();
      try {
        const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : "";
        const response = await fetch(`/v1/alerts:stream${query}`, { signal: control.signal, cache: "no-store" });
        if (response.status === 401) {
          location.reload();
          return;
        }
        // 400: the cursor is refused (too old, or another copy of the server's data). Start anew from what is active.
        if (response.status === 400) cursor = "";
        if (response.ok) await readStream(response, control);
      } catch {
        // Said by "Reconnecting"; the loop comes back by itself.
      }
      control.abort();
      connected = false;
      drawLife();
      attempts += 1;
      const longest = Math.min(longestWaitMs, 500 * 2 ** Math.min(attempts, 6));
      await new Promise((wake) => setTimeout(wake, Math.random() * longest));
    }
  }

  function chance(threat) {
    if ((threat.situations ?? []).length > 0) return "Something is happening here: see above.";
    const p = threat.forecast?.probability30d;
    if (p === undefined || levelOf(threat.level) === 0) return "";
    if (p < 0.01) return "<1 %: at least one deadly event within 50 km in 30 days; not a forecast of tonight";
    const about = p < 0.75 ? `, about 1 in ${Math.round(1 / p)}` : "";
    return `${Math.round(p * 100)} %${about}: at least one deadly event within 50 km in 30 days; not a forecast of tonight`;
  }

  // Beside the level and never hidden in it. A state that this page does not know counts as the worst.
  function access(threat) {
    const picture = threat.access;
    if (!picture) return "";
    const state = accessWords[(picture.state ?? "ACCESS_STATE_UNSPECIFIED").replace("ACCESS_STATE_", "")] ?? "cut off";
    const bad = (picture.ways ?? []).filter((w) => !["ACCESS_STATE_OPEN", "ACCESS_STATE_UNSPECIFIED", undefined].includes(w.state))
      .map((w) => [(w.aspect ?? "").replace("ACCESS_ASPECT_", "").toLowerCase(), w.axis].filter(Boolean).join(" "));
    const ways = bad.length > 0 ? ` (${bad.slice(0, 4).join(", ")})` : "";
    const days = Math.max(0, Math.floor((Date.parse(threat.asOfTime) - Date.parse(picture.lastHeardTime)) / 86400000));
    const heard = days === 0 ? "today" : days === 1 ? "1 day ago" : `${days} days ago`;
    const since = picture.sinceTime ? ` since ${utc(picture.sinceTime).slice(0, 10)}` : "";
    return `Access: ${state}${since}${ways}; last heard ${heard}`;
  }

  function cityRow(threat) {
    const row = element("li", "row");
    const place = threat.city ?? {};
    row.append(element("span", "name", [place.name, place.countryCode].filter(Boolean).join(", ")), levelBadge(levelOf(threat.level)));
    if (threat.exercise) row.append(element("span", "tag exercise", "EXERCISE"));
    const reach = access(threat);
    if (reach) row.append(element("span", "chance", reach));
    const text = chance(threat);
    if (text) row.append(element("span", "chance", text));
    if (threat.coverage?.frozenSinceTime) row.append(element("span", "chance", `No news since ${utc(threat.coverage.frozenSinceTime)}: the level is the last one known.`));
    return row;
  }

  async function getJson(path) {
    const response = await fetch(path, { cache: "no-store" });
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  }

  let loading = false;
  async function loadCities() {
    if (loading) return;
    loading = true;
    try {
      const page = await getJson(`/v1/cities?minimum_level=THREAT_LEVEL_MINIMAL&page_size=${mostCities}`);
      const threats = page.threats ?? [];
      at("cities").replaceChildren(...threats.map(cityRow));
      citiesExercise = threats.some((t) => t.exercise);
      at("no-places").hidden = threats.length > 0;
      at("no-places").replaceChildren(levelBadge(0), " No place can be assessed yet: there is no history and no live source. This does not mean that it is safe.");
      at("more").hidden = false;
      at("more").textContent = page.nextPageToken ? `The ${threats.length} highest are shown. Places that are not listed are lower or not assessed.`
        : threats.length > 0 ? "Places that are not listed are not assessed. That does not mean that they are safe." : "";
      drawExercise();
    } catch {
      at("more").hidden = false;
      at("more").textContent = "The levels cannot be read now; what is shown may be old.";
    } finally {
      loading = false;
    }
  }

  async function loadStatus() {
    try {
      const status = await getJson("/v1/status");
      domainTime = { at: Date.parse(status.domainTime), read: Date.now() };
      scenario = status.scenario ?? "";
      const complete = status.completeThroughTime ? ` All reports up to ${utc(status.completeThroughTime)} are in.` : "";
      at("time").textContent = `${scenario ? `Scenario ${scenario}, its time` : "Time"}: ${utc(status.domainTime)}.${complete}`;
      const stuck = (status.parts ?? []).filter((p) => !p.healthy).map((p) => p.name);
      if (stuck.length > 0) at("time").textContent += ` Not moving: ${stuck.join(", ")}.`;
    } catch {
      at("time").textContent = "The server's status cannot be read now.";
    }
    drawSituations();
  }

  follow();
  loadCities();
  loadStatus();
  setInterval(loadCities, citiesEveryMs);
  setInterval(loadStatus, statusEveryMs);
})();
