import type {Page} from "@playwright/test";

/** Shares of the width and height of the part of a field in which its curve runs. */
export type Spot = readonly [x: number, y: number];

/** A spot in px of the page. */
export async function spot(page: Page, [x, y]: Spot): Promise<Spot> {
  const box = (await page.locator(".draw-field svg").boundingBox())!;
  return [box.x + x * box.width, box.y + y * box.height];
}

/** Draws with the mouse through some spots, and leaves the button down where it is told to. */
export async function drag(page: Page, spots: readonly Spot[], isHeld = false): Promise<void> {
  await page.locator(".draw-field").scrollIntoViewIfNeeded();
  await page.mouse.move(...(await spot(page, spots[0]!)));
  await page.mouse.down();
  for (const each of spots.slice(1)) await page.mouse.move(...(await spot(page, each)), {steps: 8});
  if (!isHeld) await page.mouse.up();
}

/** Moves one finger through some places, in px of the page. */
export async function touch(page: Page, places: readonly Spot[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const [index, [x, y]] of places.entries()) {
    const type = index === 0 ? "touchStart" : "touchMove";
    await session.send("Input.dispatchTouchEvent", {type, touchPoints: [{x, y}]});
  }
  await session.send("Input.dispatchTouchEvent", {type: "touchEnd", touchPoints: []});
  await session.detach();
}

/** The curve of an input as the figure has it. */
export async function drawnOf(page: Page, input: string): Promise<number[]> {
  const state = (await page.locator("figure[data-chart]").getAttribute("data-state"))!;
  return (JSON.parse(state) as Record<string, number[]>)[input]!;
}

/** The query of a page's address. */
export function search(page: Page): string {
  return new URL(page.url()).search;
}
