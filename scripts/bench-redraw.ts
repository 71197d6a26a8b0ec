import {chromium, type Page} from "@playwright/test";
import {join} from "node:path";
import {chromiumFlags, findChromium} from "./browser.ts";
import {phone} from "./measure-page.ts";
import {median} from "./measure-report.ts";
import {serve} from "./serve.ts";

const [rounds, slowdown] = [15, 4];
const drawn = "schedule=drawn&steps=72000";

/** Runs of 72,000 steps in the schedule lab, by what they are, as the query that asks for them. */
const runs = {
  cosine: "steps=72000",
  "WSD, exponential": "steps=72000&schedule=wsd-exponential",
  "drawn, as it begins": drawn,
  "drawn, up and down": `${drawn}&rate=0,100,0,100,0,100,0,100,0,100,0,100,0`
} as const;

/**
 * Milliseconds from the change of a slider until the new drawing is laid out, each of another state, so that nothing is
 * remembered. The first isn't counted: Plot is on its way.
 */
async function timeRedraws(page: Page, label: string): Promise<number[]> {
  const slider = page.getByRole("slider", {name: label, exact: true});
  const values = Array.from({length: rounds + 1}, (_, round) => round + 1);
  const durations = await slider.evaluate(async (element, shares) => {
    const input = element as HTMLInputElement;
    const image = input.closest("figure")!.querySelector(".chart-image")!;
    const times: number[] = [];
    for (const share of shares) {
      const start = performance.now();
      input.value = String(share);
      input.dispatchEvent(new Event("input", {bubbles: true}));
      await new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve();
        });
        observer.observe(image, {childList: true, subtree: true});
      });
      image.getBoundingClientRect();
      times.push(performance.now() - start);
      await new Promise(requestAnimationFrame);
    }
    return times;
  }, values);
  return durations.slice(1);
}

/** Milliseconds that each move of a pen takes that draws. */
async function timeStrokes(page: Page): Promise<number[]> {
  return page.locator(".draw-field").evaluate(async (field, count) => {
    const box = field.getBoundingClientRect();
    const fire = (type: string, share: number): void => {
      const place = {
        clientX: box.left + share * box.width,
        clientY: box.top + (0.2 + 0.6 * share) * box.height
      };
      field.dispatchEvent(new PointerEvent(type, {...place, isPrimary: true, buttons: 1, bubbles: true}));
    };
    // A pointer that no hand moves can't be captured.
    field.setPointerCapture = () => undefined;
    fire("pointerdown", 0);
    const times: number[] = [];
    for (let move = 1; move <= count; ++move) {
      const start = performance.now();
      fire("pointermove", move / count);
      field.getBoundingClientRect();
      times.push(performance.now() - start);
      await new Promise(requestAnimationFrame);
    }
    fire("pointerup", 1);
    return times;
  }, rounds);
}

const served = await serve({folder: join(import.meta.dirname, "../dist"), base: "/", port: 0});
const browser = await chromium.launch({executablePath: await findChromium(), args: chromiumFlags});
try {
  console.log(`schedule lab, 72,000 steps, ms at a processor slowed ${slowdown} times; ${rounds} of each`);
  console.log("run                   quickest  median   worst");
  const row = (name: string, times: readonly number[]): void => {
    // On a busy machine the quickest is what the work itself takes.
    const figures = [Math.min(...times), median(times), Math.max(...times)];
    console.log(name.padEnd(22) + figures.map((each) => each.toFixed(1).padStart(8)).join(""));
  };
  for (const [name, query] of Object.entries(runs)) {
    const page = await browser.newPage(phone);
    await page.goto(`${served.url}embed/schedule-lab/?${query}`);
    await page.waitForLoadState("networkidle");
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", {rate: slowdown});
    row(name, await timeRedraws(page, "Last rate, of the peak"));
    if (query.includes("drawn")) {
      await page.getByText("Draw by numbers").click();
      row("  by its sliders", await timeRedraws(page, "75% of the way"));
      row("  a move of the pen", await timeStrokes(page));
    }
    await page.close();
  }
} finally {
  await browser.close();
  await served.close();
}
