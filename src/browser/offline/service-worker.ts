import {cleanupOutdatedCaches, getCacheKeyForURL, matchPrecache, precache} from "workbox-precaching";

/*
 * Keeps one whole edition of the article for readers without a network. Whoever has one reads what the site has now:
 * pages, drawings and numbers, whose addresses stay when they change, come from the network first. Only what has its
 * hash in its name comes from the kept edition. So a new edition is read at once, a page that is open while the site
 * changes still finds its own scripts, and the worker never has to push an older one aside.
 */

/** What of a worker's scope is used here; the compiler knows the DOM's only. */
interface Scope {
  readonly registration: ServiceWorkerRegistration;
  /** Files of the article with their hashes, put in by the build. */
  readonly __WB_MANIFEST: Parameters<typeof precache>[0];
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
}

interface FetchEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

declare const self: Scope;

/** How long the network may take to answer before the kept file is shown, in ms. */
const patience = 4000;

precache(self.__WB_MANIFEST);
cleanupOutdatedCaches();

self.addEventListener("fetch", (event) => {
  const {request} = event;
  const url = new URL(request.url);
  // A query is for a page's script, and changes no file.
  url.search = "";
  if (request.method !== "GET" || getCacheKeyForURL(url.href) === undefined) return;
  const isHashed = url.href.startsWith(new URL("_astro/", self.registration.scope).href);
  event.respondWith(isHashed ? keptFirst(request, url.href) : networkFirst(request, url.href));
});

async function keptFirst(request: Request, file: string): Promise<Response> {
  return (await matchPrecache(file)) ?? fetch(request);
}

async function networkFirst(request: Request, file: string): Promise<Response> {
  const answer = fetch(request);
  try {
    const first = await Promise.race([answer, rejectLate()]);
    if (first.status < 500) return first;
  } catch {
    // No network, or none to speak of.
  }
  return (await matchPrecache(file)) ?? answer;
}

function rejectLate(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no answer in ${patience} ms`)), patience);
  });
}
