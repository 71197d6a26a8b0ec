/** A scrolly as the address of the page follows it. */
export interface Followed {
  readonly ids: readonly string[];
  /** The step that is read, where its scrolly is what is on screen. */
  readonly here: () => string | undefined;
  /** How much of the viewport its pinned figure covers, in px from the top. */
  readonly covered: () => number;
}

/** Browsers limit how often an address may change, in ms: one that is scrolled past isn't worth a call. */
const pause = 120;

/** How much of a long part must have gone by, in px, for the reader to have left its beginning. */
const beginning = 100;

const all = new Set<Followed>();
let timer = 0;

/**
 * Lets the page's address follow the steps of a scrolly as they are scrolled to; it adds no history. Of all scrollies
 * this is the one writer. It writes what holds at that moment, and nothing before the page has been scrolled: a browser
 * may still be on its way to the place that it was asked for.
 */
export function followSteps(scrolly: Followed): void {
  if (all.size === 0) {
    addEventListener("scroll", queue, {passive: true});
    addEventListener("pagehide", stop);
  }
  all.add(scrolly);
}

/** Follows a scrolly no longer. */
export function leaveSteps(scrolly: Followed): void {
  all.delete(scrolly);
  if (all.size > 0) return;
  removeEventListener("scroll", queue);
  removeEventListener("pagehide", stop);
  stop();
}

function queue(): void {
  stop();
  timer = window.setTimeout(write, pause);
}

function stop(): void {
  clearTimeout(timer);
}

function write(): void {
  const id = location.hash.slice(1);
  const isOwn = [...all].some(({ids}) => ids.includes(id));
  const here = [...all].map((scrolly) => scrolly.here()).find((step) => step !== undefined);
  if (here === id) return;
  // Another place that the reader has asked for stays while it can be seen.
  if (here !== undefined && (isOwn || !isOnScreen(id))) replace(`#${here}`);
  else if (here === undefined && isOwn) replace(location.pathname + location.search);
}

function isOnScreen(id: string): boolean {
  const target = document.getElementById(id);
  if (!target) return false;
  const {top, bottom} = target.getBoundingClientRect();
  const around = [...all].find(({ids}) =>
    ids.some((step) => document.getElementById(step)?.contains(target))
  );
  return top < innerHeight && Math.min(bottom, top + beginning) > (around?.covered() ?? 0);
}

function replace(address: string): void {
  history.replaceState(history.state, "", address);
}
