// Keeps one page for when the network is gone. Everything else goes its usual way.
const PAGE = "{{ page }}", FILES = [{% for file in files %}"{{ file }}"{% if not forloop.last %}, {% endif %}{% endfor %}], CACHE = FILES.join();

addEventListener("install", (event) => event.waitUntil(keep().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(forget().then(() => clients.claim())));
addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate") event.respondWith(fetch(event.request).catch(() => caches.match(PAGE)));
  else if (FILES.includes(new URL(event.request.url).pathname)) event.respondWith(fetch(event.request).catch(() => caches.match(event.request.url)));
});

async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES);
}

async function forget() {
  for (const key of await caches.keys()) if (key !== CACHE) await caches.delete(key);
}
