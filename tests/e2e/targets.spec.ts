import {anyPath as tag, expect, test, triesAll} from "./fixtures.ts";
import type {Page} from "@playwright/test";

const sizes = {
  phone: {width: 390, height: 780},
  "small phone": {width: 360, height: 600},
  tablet: {width: 768, height: 1024},
  "phone on its side": {width: 844, height: 390},
  "small laptop": {width: 1280, height: 800},
  desktop: {width: 1440, height: 900},
  magnified: {width: 320, height: 256}
} as const;

/** One size of each layout: there places are loaded too, and gone through by Tab. The others are for `npm run test:all`. */
const loaded = ["phone", "phone on its side", "desktop", "magnified"];

/** Every place of the article that a link may lead to. What is shown by a button, in the corner, is none. */
function linkableIds(page: Page): Promise<string[]> {
  return page
    .locator("main [id]")
    .evaluateAll((all) =>
      all.filter((element) => !element.closest("svg, template, noscript")).map(({id}) => id)
    );
}

/** Where the beginning of a place is, and whether it is the topmost thing there: no figure lies over it. */
function placeOf(page: Page, id: string): Promise<{top: number; isInWindow: boolean; isCovered: boolean}> {
  return page.evaluate(async (target) => {
    // The browser has gone there in its next frame.
    for (let frame = 0; frame < 2; ++frame)
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    const element = document.getElementById(target)!;
    const {top, bottom} = element.getBoundingClientRect();
    const pins = [...document.querySelectorAll<HTMLElement>(".scrolly-figure")]
      .filter(
        (pin) =>
          getComputedStyle(pin).position === "sticky" && !pin.contains(element) && !element.contains(pin)
      )
      .map((pin) => pin.getBoundingClientRect())
      .filter((pin) => pin.width > 0.9 * innerWidth);
    // A place may be an empty one in a line: then it is the line that is read.
    const middle = bottom - top < 40 ? (top + bottom) / 2 : top + 10;
    return {
      top,
      isInWindow: middle >= 0 && middle < innerHeight - 10,
      isCovered: pins.some((pin) => middle > pin.top && middle < pin.bottom)
    };
  }, id);
}

const seen = {isInWindow: true, isCovered: false};

for (const [name, viewport] of Object.entries(sizes)) {
  if (!triesAll && !loaded.includes(name)) continue;
  test.describe(name, () => {
    test.use({viewport});

    test("every place is seen where its link was clicked", {tag}, async ({page}) => {
      await page.goto("./");
      const all = await linkableIds(page);
      expect(all.length).toBeGreaterThan(100);
      // Of what there are hundreds of, others at each size, where not all are tried.
      const turn = loaded.indexOf(name);
      const ids = triesAll
        ? all
        : all.filter((id, index) => !/^(cite|ref|note)-/.test(id) || index % 6 === turn);
      const faults: string[] = [];
      for (const id of ids) {
        await page.evaluate((target) => {
          const link = document.createElement("a");
          link.href = `#${target}`;
          document.body.append(link);
          link.click();
          link.remove();
        }, id);
        const place = await placeOf(page, id);
        if (!place.isInWindow || place.isCovered) faults.push(`${id}: ${JSON.stringify(place)}`);
      }
      expect(faults).toEqual([]);
    });

    if (!loaded.includes(name)) return;

    test("places are seen on load, and keep their address", {tag}, async ({page}) => {
      await page.goto("./");
      const ids = await linkableIds(page);
      // Of each kind a few, and all steps: a load takes a second.
      const kinds = Map.groupBy(ids, (id) => /^[a-z]+(-\d+-step)?/.exec(id)?.[0] ?? "");
      const some = [...kinds.values()].flatMap((all) => all.filter((_, index) => index % 25 === 0));
      const steps = ids.filter((id) => /^act-\d-step-[23]$/.test(id));
      const cites = ids.filter((id) => id.startsWith("cite-")).slice(0, 3);
      const all = [...new Set([...some, ...steps, ...cites, "by-compute"])];
      const turn = loaded.indexOf(name);
      for (const id of triesAll ? all : all.filter((_, index) => index % 5 === turn)) {
        await page.goto("about:blank");
        await page.goto(`./#${id}`);
        expect(await placeOf(page, id), id).toMatchObject(seen);
        if (id.includes("-step-"))
          await expect(page.locator(`#${id}`)).toHaveAttribute("aria-current", "step");
      }
    });

    test("Tab leads to nothing that a figure lies over", {tag}, async ({page}) => {
      await page.emulateMedia({reducedMotion: "reduce"});
      await page.goto("./#act-1");
      await page.locator("#act-1").focus();
      const faults: string[] = [];
      for (let stop = 0; stop < 40; ++stop) {
        await page.keyboard.press("Tab");
        const fault = await page.evaluate(() => {
          const element = document.activeElement!;
          if (element.closest(".scrolly-figure, [popover]") || element.matches(".contents-button")) return "";
          const [box] = element.getClientRects();
          if (!box || element.localName === "scrolly-steps") return "";
          const x = box.left + Math.min(box.width / 2, 20);
          // Of what is taller than the window, the part in it.
          const y = Math.max(box.top, 0) + Math.min(box.height / 2, 10);
          const top = document.elementFromPoint(x, y);
          return top && (element.contains(top) || top.contains(element))
            ? ""
            : `${element.outerHTML.slice(0, 120)} under ${top?.outerHTML.slice(0, 80)}`;
        });
        if (fault) faults.push(fault);
      }
      expect(faults).toEqual([]);
    });
  });
}

test.describe("words in an address", () => {
  test.use({viewport: sizes.phone});

  test("are seen below a pinned figure", {tag}, async ({page}) => {
    await page.goto("./");
    const texts = await page
      .locator("[data-step]:nth-child(2) .step-text p:first-of-type")
      .evaluateAll((paragraphs) =>
        paragraphs.flatMap((paragraph) => {
          const step = paragraph.closest("[data-step]")!.id;
          // Words of one text: a browser finds them whatever stands within a sentence, and this test as it is.
          const text = [...paragraph.childNodes].find(
            ({nodeType, textContent}) => nodeType === Node.TEXT_NODE && /(?:\S+ ){5}/.test(textContent!)
          );
          const words = text?.textContent!.trim().split(/\s+/).slice(1, 6).join(" ");
          return words ? [{step, words}] : [];
        })
      );
    expect(texts.length).toBeGreaterThanOrEqual(4);
    for (const {step, words} of texts) {
      await page.goto("about:blank");
      await page.goto(`./#:~:text=${encodeURIComponent(words).replaceAll("-", "%2D")}`);
      await expect(page.locator(`#${step}`), words).toHaveAttribute("aria-current", "step");
      const isCovered = await page.locator(`#${step}`).evaluate((element, start) => {
        const texts = document.createTreeWalker(element.querySelector(".step-text")!, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const at = texts.currentNode.nodeValue!.indexOf(start);
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(texts.currentNode, at);
          range.setEnd(texts.currentNode, at + start.length);
          const {top, bottom} = range.getBoundingClientRect();
          const pin = element.closest("[data-scrolly]")!.querySelector(".scrolly-figure")!;
          return top < pin.getBoundingClientRect().bottom || bottom > innerHeight;
        }
        return undefined;
      }, words);
      expect(isCovered, words).toBe(false);
    }
  });
});

test.describe("an address", () => {
  test.use({viewport: {width: 1280, height: 800}});

  /** All that is written into the address bar from now on. */
  async function watch(page: Page): Promise<void> {
    await page.addInitScript(() => {
      const log: string[] = [];
      Object.assign(window, {log});
      const replace = history.replaceState.bind(history);
      history.replaceState = (data, unused, url) => {
        log.push(String(url));
        replace(data, unused, url);
      };
    });
  }
  const log = (page: Page): Promise<string[]> =>
    page.evaluate(() => (window as unknown as {log: string[]}).log);

  for (const id of [
    "act-1-step-3",
    "act-2-step-1",
    "by-compute",
    "claims",
    "references",
    "cite-finish-line-1"
  ])
    test(`#${id} stays while nobody scrolls`, {tag}, async ({page}) => {
      await watch(page);
      await page.clock.install();
      await page.goto(`./#${id}`);
      await expect(page.locator(`#${id}`)).toBeInViewport();
      await page.clock.runFor(3000);
      expect(await log(page)).toEqual([]);
      expect(new URL(page.url()).hash).toBe(`#${id}`);
    });

  test("that a link asks for isn't written over by one that was scrolled past", {tag}, async ({page}) => {
    await watch(page);
    await page.clock.install();
    await page.goto("./#act-2-step-2");
    await expect(page.locator("#act-2-step-2")).toHaveAttribute("aria-current", "step");
    await page.evaluate(async () => {
      const next = document.querySelector("#act-2-step-3")!;
      const scrolled = new Promise((resolve) => {
        addEventListener("scroll", resolve, {once: true});
      });
      scrollTo({top: next.getBoundingClientRect().top + scrollY - innerHeight * 0.4, behavior: "instant"});
      await scrolled;
      location.hash = "#references";
    });
    await page.clock.runFor(3000);
    expect(new URL(page.url()).hash).toBe("#references");
    expect(await log(page)).toEqual([]);
  });
});
