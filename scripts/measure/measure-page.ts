import type {Browser, CDPSession, Page} from "@playwright/test";

/** What bytes are counted as, by their media type. */
export const kinds = ["document", "script", "css", "font", "other"] as const;
export type Kind = (typeof kinds)[number];

/** What one load of a page costs a reader. */
export interface PageLoad {
  /** Bytes over the wire, headers included, until the network is idle. */
  readonly bytes: Readonly<Record<Kind, number>>;
  /** Milliseconds until the first chart was painted, whether or not the page must be scrolled to see it. */
  readonly chart: number;
  /** Distance of the first chart from the top of the page when it was painted, in CSS pixels. */
  readonly chartTop: number;
  /** Milliseconds that tasks took beyond their first 50, until the network is idle. */
  readonly blocking: number;
  /** Sum of the layout shifts, until the network is idle. */
  readonly shift: number;
}

interface Observed {
  chart?: number;
  chartTop: number;
  blocking: number;
  shift: number;
}

declare global {
  interface Window {
    observed: Observed;
  }
}

/** The phone that pages are measured on. */
export const phone = {
  viewport: {width: 390, height: 844},
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true
} as const;

/** A processor slowed four times. */
export const slowProcessor = {rate: 4};

// Slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms of latency; in bytes per second.
const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 750e3 / 8
};

/**
 * Loads a page once, as a first visit on a phone with slow 4G and a processor slowed four times.
 *
 * @param drawing selector of the SVGs that are charts
 * @throws where the page can't be had or shows no chart
 */
export async function loadPage(browser: Browser, url: string, drawing: string): Promise<PageLoad> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", {cacheDisabled: true});
    await session.send("Network.emulateNetworkConditions", slow4G);
    await session.send("Emulation.setCPUThrottlingRate", slowProcessor);
    const bytes = countBytes(session);
    await page.addInitScript(observe, drawing);
    const response = await page.goto(url, {waitUntil: "networkidle"});
    if (!response?.ok()) throw new Error(`no page: ${url} (expected status 200)`);
    const {chart, ...observed} = await readObserved(page);
    if (chart === undefined) throw new Error(`no chart: ${url} (expected an SVG that matches ${drawing})`);
    return {...observed, chart, bytes};
  } finally {
    await context.close();
  }
}

/** Bytes over the wire by kind, counted from now on: the record is filled as they come. */
export function countBytes(session: CDPSession): Record<Kind, number> {
  const bytes: Record<Kind, number> = {document: 0, script: 0, css: 0, font: 0, other: 0};
  const kindOf = new Map<string, Kind>();
  session.on("Network.responseReceived", ({requestId, response}) => {
    kindOf.set(requestId, kind(response.mimeType));
  });
  session.on("Network.loadingFinished", ({requestId, encodedDataLength}) => {
    bytes[kindOf.get(requestId) ?? "other"] += encodedDataLength;
  });
  return bytes;
}

function kind(mediaType: string): Kind {
  if (mediaType === "text/html") return "document";
  if (mediaType.endsWith("javascript")) return "script";
  if (mediaType === "text/css") return "css";
  if (mediaType.startsWith("font/")) return "font";
  return "other";
}

/** Watches a page from before its first byte; runs in the browser and can use nothing from outside. */
function observe(drawing: string): void {
  const observed: Observed = {chartTop: 0, blocking: 0, shift: 0};
  window.observed = observed;
  new PerformanceObserver((list) => {
    for (const {duration} of list.getEntries()) observed.blocking += duration - 50;
  }).observe({type: "longtask", buffered: true});
  new PerformanceObserver((list) => {
    // Shifts that are said to follow an input count too: nobody touches the page, and Chromium takes the
    // viewport of an emulated phone for an input.
    for (const entry of list.getEntries())
      observed.shift += (entry as PerformanceEntry & {value: number}).value;
  }).observe({type: "layout-shift", buffered: true});

  /** Whether the parser, which pauses anywhere in the document, has passed the end of an element. */
  const isWhole = (element: Element): boolean => {
    let last: Element = document.documentElement;
    while (last.lastElementChild) last = last.lastElementChild;
    return document.readyState !== "loading" || !element.contains(last);
  };
  const look = (): void => {
    const shown = [...document.querySelectorAll(drawing)].find((svg) => {
      const {width, height} = svg.getBoundingClientRect();
      return width > 0 && height > 0;
    });
    if (!shown || !isWhole(shown)) {
      requestAnimationFrame(look);
      return;
    }
    observed.chartTop = shown.getBoundingClientRect().top + scrollY;
    // A message posted before a frame is painted arrives after it.
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      observed.chart = performance.now();
    };
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
}

/** What was observed, once the page has nothing left to do. */
async function readObserved(page: Page): Promise<Observed> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestIdleCallback(resolve));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    const {chart, ...others} = window.observed;
    // The browser may report its first paint later than the frame of it ends: the chart is no earlier.
    return chart === undefined ? others : {...others, chart: Math.max(chart, paint?.startTime ?? 0)};
  });
}
