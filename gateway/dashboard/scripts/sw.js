// Keeps the page's own files, so that it opens without a network. It never keeps an answer of the API: the page itself keeps its last state.
"use strict";

const files = FILES;
const store = "VERSION";
// After this long a line counts as too slow to wait for; the page that was kept opens, and says so.
const patienceMs = 4000;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(store).then((cache) => cache.addAll(files)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => name !== store).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

async function page(request) {
  const cache = await caches.open(store);
  const fresh = fetch(request).then(async (response) => {
    // Whoever was signed out does not find the page in the cache later on.
    if (response.status === 401) await cache.delete("/");
    else if (response.ok && !response.redirected) await cache.put("/", response.clone());
    return response;
  });
  const late = new Promise((resolve) => { setTimeout(resolve, patienceMs); });
  try {
    const first = await Promise.race([fresh, late]);
    return first ?? (await cache.match("/")) ?? (await fresh);
  } catch (error) {
    const kept = await cache.match("/");
    if (kept) return kept;
    throw error;
  }
}

async function asset(request) {
  const cache = await caches.open(store);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname === "/" && request.mode === "navigate") event.respondWith(page(request));
  else if (url.pathname.startsWith("/assets/") || url.pathname === "/icon.svg") event.respondWith(asset(request));
});
