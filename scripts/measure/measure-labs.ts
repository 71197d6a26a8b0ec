import type {Browser, Page} from "@playwright/test";
import {countBytes, phone, slowProcessor} from "./measure-page.ts";

/** A chart that a reader can change, and what is asked of it. */
export interface Lab {
  readonly chart: string;
  /** What it begins with, where that isn't its first state. */
  readonly run?: string;
  /** Inputs that it begins with, and that stay, as the query of its embed page. */
  readonly query?: string;
}

/** What a chart costs a reader who plays with it. */
export interface LabUse extends Lab {
  /** Bytes of script over the wire, headers included, after the first change. */
  readonly script: number;
  /** Milliseconds from a change of a control until the frame with the new drawing, by change; not the first, which loads Plot. */
  readonly redraws: readonly number[];
}

/** Charts whose work grows with their inputs are measured where it is most, and not in their first state. */
const hardest: Readonly<Record<string, readonly Omit<Lab, "chart">[]>> = {
  "schedule-lab": [
    {run: "72,000 steps, cosine", query: "steps=72000"},
    {
      run: "72,000 steps, drawn up and down",
      query: "steps=72000&schedule=drawn&rate=0,100,0,100,0,100,0,100,0,100,0,100,0"
    }
  ]
};

/** The charts of the site that a reader can change, by their embed pages. */
export async function labs(browser: Browser, site: string): Promise<Lab[]> {
  const page = await browser.newPage();
  await page.goto(`${site}charts/`);
  const ids = await page
    .locator(".gallery-card a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.split("/").at(-2) ?? ""));
  const changeable: Lab[] = [];
  for (const id of ids) {
    await page.goto(`${site}embed/${id}/`);
    if ((await page.locator("chart-controls input").count()) > 0)
      changeable.push(...(hardest[id] ?? [{}]).map((lab) => ({chart: id, ...lab})));
  }
  await page.close();
  return changeable;
}

/**
 * Changes the controls of a chart in turn, on a phone with a processor slowed four times and no slow network.
 *
 * @param changes how many changes are timed, after a first one that isn't
 * @throws where a change draws nothing
 */
export async function useLab(browser: Browser, site: string, lab: Lab, changes: number): Promise<LabUse> {
  const {chart, query = ""} = lab;
  const fixed = [...new URLSearchParams(query).keys()];
  const context = await browser.newContext({...phone, reducedMotion: "reduce"});
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    const bytes = countBytes(session);
    await page.goto(`${site}embed/${chart}/?${query}`, {waitUntil: "networkidle"});
    await page.locator("[data-chart][data-ready]").waitFor();
    await page.locator("chart-controls").dispatchEvent("pointerenter");
    await page.waitForLoadState("networkidle");
    await change(page, 0, fixed);
    await session.send("Emulation.setCPUThrottlingRate", slowProcessor);
    const redraws: number[] = [];
    for (let turn = 1; turn <= changes; ++turn) redraws.push(await change(page, turn, fixed));
    return {...lab, script: bytes.script, redraws};
  } finally {
    await context.close();
  }
}

/** Changes the control whose turn it is, of those not `fixed`; the milliseconds until the frame with the new drawing. */
async function change(page: Page, turn: number, fixed: readonly string[]): Promise<number> {
  return page.evaluate(
    async ({turn, fixed}) => {
      const form = document.querySelector("chart-controls form");
      const slot = [...document.querySelectorAll(".drawing-slot")].find((each) => each.clientWidth > 0);
      if (!form || !slot) throw new Error("no controls: the page (expected a form and a drawing in view)");
      // The sliders of a curve that isn't drawn now are hidden.
      const ranges = [...form.querySelectorAll<HTMLInputElement>("input[type=range]")].filter(
        (each) => !fixed.includes(each.name) && !each.closest("[hidden]")
      );
      const choices = [
        ...form.querySelectorAll<HTMLInputElement>("input:is([type=checkbox], :not(:checked, [type=range]))")
      ];
      // Sliders are what redraws must keep up with; a chart without one is changed by its choices.
      const control =
        ranges.length > 0 ? ranges[turn % ranges.length] : choices[(turn * 5 + 1) % choices.length];
      if (!control) throw new Error("nothing to change: the controls (expected a slider or a choice)");
      const drawn = new Promise<number>((resolve, reject) => {
        setTimeout(() => {
          reject(new Error(`nothing drawn: ${control.name} (expected a new drawing within 20 s)`));
        }, 20_000);
        const observer = new MutationObserver(() => {
          observer.disconnect();
          requestAnimationFrame(() => {
            // A message posted before a frame is painted arrives after it.
            const {port1, port2} = new MessageChannel();
            port1.onmessage = () => {
              resolve(performance.now());
            };
            port2.postMessage(null);
          });
        });
        observer.observe(slot, {childList: true, subtree: true});
      });
      const start = performance.now();
      if (control.type === "range") {
        const isUp = control.valueAsNumber < (Number(control.min) + Number(control.max)) / 2;
        control.valueAsNumber += (isUp ? 1 : -1) * Number(control.step) * (1 + (turn % 7));
        control.dispatchEvent(new Event("input", {bubbles: true}));
      } else {
        control.click();
      }
      return (await drawn) - start;
    },
    {turn, fixed}
  );
}
