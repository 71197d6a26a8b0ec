import {cleanupOutdatedCaches, getCacheKeyForURL, matchPrecache, precache} from "workbox-precaching";

/*
 * Keeps one whole edition of the article for readers without a network. Whoever has one reads what the site has now:
 * the page comes from the network first. What has its hash in its name comes from the kept edition, and so do the
 * drawings and numbers that a page of this very build asks for. So a new edition is read at once, a page that is open
 * while the site changes still finds all that is its own, and no page is ever shown a file of another build.
 *
 * A new worker throws away what the one before it kept. So it waits, as browsers have it, until no page is open, or
 * until a page of its own build is the only one: else a reader who only ever reloads one tab would keep the old edition
 * for good.
 */

/** What of a worker's scope is used here; the compiler knows the DOM's only. */
interface Scope {
  readonly clients: {
    readonly claim: () => Promise<void>;
    readonly matchAll: (options: {
      readonly type: "window";
      readonly includeUncontrolled: boolean;
    }) => Promise<readonly OpenPage[]>;
  };
  readonly registration: ServiceWorkerRegistration;
  readonly skipWaiting: () => Promise<void>;
  /** Files of the article with their hashes, put in by the build. */
  readonly __WB_MANIFEST: Parameters<typeof precache>[0];
  /** The build they are of, which its page names too. */
  readonly __BUILD__: string;
  addEventListener(type: "activate", listener: (event: LastingEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
  addEventListener(type: "message", listener: (event: PageMessage) => void): void;
}

interface OpenPage {
  readonly id: string;
  readonly url: string;
}

interface LastingEvent {
  waitUntil(end: Promise<unknown>): void;
}

interface FetchEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface PageMessage extends LastingEvent {
  /** The build of the page that sent it. */
  readonly data: unknown;
  readonly source: OpenPage;
}

declare const self: Scope;

/** How long the network may take to answer before the kept file is shown, in ms. */
const patience = 4000;

precache(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// The first page that is read is kept whole as well: what it asks for later may be gone from the site by then.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  if (event.data === self.__BUILD__) event.waitUntil(takeOver(event.source));
});

self.addEventListener("fetch", (event) => {
  const {request} = event;
  const url = new URL(request.url);
  const build = url.searchParams.get("build");
  // A query is for a page's script, and a fragment for the browser: neither changes a file.
  url.search = "";
  url.hash = "";
  const {scope} = self.registration;
  const isBelow = (folder: string): boolean => url.href.startsWith(new URL(folder, scope).href);
  if (request.method !== "GET" || getCacheKeyForURL(url.href) === undefined) return;
  if (url.pathname.includes("/_astro/")) event.respondWith(keptFirst(request, url.href));
  else if (!isBelow("drawings/")) event.respondWith(networkFirst(request, url.href));
  else if (build === self.__BUILD__) event.respondWith(keptFirst(request, url.href));
});

/** Ends the wait of this worker where a page of its build is the only one of the site that is open. */
async function takeOver({id}: OpenPage): Promise<void> {
  const pages = await self.clients.matchAll({type: "window", includeUncontrolled: true});
  const isAlone = pages.every((page) => page.id === id || !page.url.startsWith(self.registration.scope));
  if (isAlone) await self.skipWaiting();
}

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
