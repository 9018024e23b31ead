/*
 * The service worker. It does one thing: when a page cannot be had because there is no network, it gives the
 * page that takes entries. It never keeps an answer of the API, and everything else goes to the network as if
 * it were not here.
 */
const cacheName = 'qz-offline-1';
const page = '/offline.html';

const partsOf = (html) => [...new Set(html.match(/\/(?:assets\/[\w.-]+|icon\.svg)/g) ?? [])];

/** Fetches the page and all it loads, then puts them in together: never half of one version. */
const keep = async () => {
  const answer = await fetch(page, { cache: 'no-cache' });
  if (!answer.ok) return;
  const html = await answer.clone().text();
  const parts = await Promise.all(partsOf(html).map(async (path) => [path, await fetch(path)]));
  if (parts.some(([, part]) => !part.ok)) return;
  const cache = await caches.open(cacheName);
  const wanted = new Set([page, ...parts.map(([path]) => path)]);
  await Promise.all([cache.put(page, answer), ...parts.map(([path, part]) => cache.put(path, part))]);
  for (const request of await cache.keys())
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
};

self.addEventListener('install', (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  if (event.data === 'refresh') event.waitUntil(keep().catch(() => undefined));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(async () => (await caches.match(page)) ?? Response.error()));
    return;
  }
  if (url.pathname.startsWith('/assets/') || url.pathname === '/icon.svg')
    event.respondWith(
      fetch(request).catch(async () => (await caches.match(url.pathname)) ?? Response.error()),
    );
});
