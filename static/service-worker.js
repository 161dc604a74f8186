// Answers from what was kept, so that the page works without network. `cargo xtask build` puts two constants before it:
// BUILD, which changes whenever a file of the page does, and FILES, all that the page may ask for.

/** Other pages of the same host have caches too, and maybe other copies of this page. */
const PREFIX = `switchboard ${new URL(registration.scope).pathname} `;

const CACHE = PREFIX + BUILD;

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(tidy()));

addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(registration.scope)) event.respondWith(answer(event.request));
});

async function fill() {
  const cache = await caches.open(CACHE);
  // What the browser has is used if the server says that it is still right.
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
}

/** Forgets older builds but for the last: a tab that shows it may still ask for its parts. */
async function tidy() {
  const older = (await names()).filter((name) => name !== CACHE);
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
  await clients.claim();
}

async function answer(request) {
  for (const cacheName of [CACHE, ...(await names())]) {
    const found = await caches.match(key(request), { cacheName, ignoreSearch: true, ignoreVary: true });
    if (found) return found;
  }
  return fetch(request);
}

/** The page is one file, whatever its address asks for. */
function key(request) {
  const { scope } = registration;
  const address = request.url.split(/[?#]/)[0];
  return request.mode === "navigate" && address === `${scope}index.html` ? scope : request;
}

/** This page's caches, the oldest first. */
const names = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));
