import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import AxeBuilder from "@axe-core/playwright";
import {parseHTML} from "linkedom";
import {check, LinkState} from "linkinator";
import {expect, scrollToStep, stickyFigure, stopTime, test} from "./fixtures.ts";

const folder = process.env.SITE_FOLDER ?? "dist";

const pages = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((file) =>
  file.endsWith(".html")
);

test("every link of the built site leads somewhere, and to a place that is there", async ({baseURL}) => {
  expect(pages.length).toBeGreaterThanOrEqual(20);
  const home = parseHTML(readFileSync(join(folder, "index.html"), "utf8")).document;
  const site = home.querySelector("link[rel=canonical]")!.getAttribute("href")!;
  const {links} = await check({
    path: pages.map((file) => baseURL! + file.replace(/(^|\/)index\.html$/, "$1")),
    checkFragments: true,
    checkCss: true,
    // The server also serves the tests beside this one.
    concurrency: 10,
    retryErrors: true,
    urlRewriteExpressions: [{pattern: new RegExp(`^${site}`), replacement: baseURL!}],
    // What is on other hosts isn’t asked for here.
    linksToSkip: (link) => Promise.resolve(![baseURL!, site].some((own) => link.startsWith(own)))
  });
  expect(links.filter(({state}) => state === LinkState.OK).length).toBeGreaterThan(1000);
  const broken = links.filter(({state}) => state === LinkState.BROKEN);
  expect(broken.map(({url, parent, status}) => `${parent}: ${url} (${status})`)).toEqual([]);
  const outside = links.filter(
    ({url, state}) => state === LinkState.SKIPPED && !/^(https|mailto|data):/.test(url)
  );
  expect(outside.map(({url, parent}) => `${parent}: ${url}`)).toEqual([]);
});

test("every id of the built site stands once in its page, and what names one finds it", () => {
  const broken: string[] = [];
  for (const file of pages) {
    const {document} = parseHTML(readFileSync(join(folder, file), "utf8"));
    const own = Array.from(document.querySelectorAll("[id]"), ({id}) => id);
    const twice = own.filter((id, index) => own.indexOf(id) !== index);
    broken.push(...twice.map((id) => `${file}: #${id} twice`));
    for (const name of ["aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "for"])
      for (const element of document.querySelectorAll(`[${name}]`))
        for (const id of element.getAttribute(name)!.split(" "))
          if (!own.includes(id)) broken.push(`${file}: ${name}=${id}`);
  }
  expect(broken).toEqual([]);
});

test("a reference leads to its work, and back to each place that cites it", async ({page}) => {
  await page.goto("./");
  const citations = page.locator("a.cite");
  expect(await citations.count()).toBeGreaterThanOrEqual(8);
  const back = await page
    .locator(".references .mentions a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const anchors = await page
    .locator("[id^=cite-]:not(h2)")
    .evaluateAll((elements) => elements.map((element) => `#${element.id}`));
  expect(back.toSorted()).toEqual(anchors.toSorted());
  for (const work of await page.locator(".references li").all()) {
    await expect(work).toHaveAttribute("id", /^ref-[a-z]+\d{4}/);
    await expect(work.locator(".reference a")).toHaveAttribute("href", /^https:\/\//);
  }
});

test.describe("the card of a citation", () => {
  test("opens for the keyboard, leads on, and Escape gives the focus back", async ({page}) => {
    await page.goto("./");
    const citation = page.locator("#cite-top-1");
    const card = page.locator("cite-card");
    await expect(card).toBeHidden();
    await citation.focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    await expect(card).toBeVisible();
    await expect(card).toContainText("Tyl, T. (2023). Chinchilla’s Death.");
    await page.keyboard.press("Tab");
    await expect(card.getByRole("link").first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(card).toBeHidden();
    await expect(citation).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/#ref-tyl2023$/);
    await expect(page.locator("#ref-tyl2023")).toBeInViewport();
  });

  test("goes when the focus goes on", async ({page}) => {
    await page.goto("./");
    const card = page.locator("cite-card");
    await page.locator("#cite-top-1").focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    await expect(card).toBeVisible();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(page.locator("#cite-top-2")).toBeFocused();
    await expect(card).toContainText("Hoffmann");
  });

  test("opens under the mouse, can be reached by it, and goes with it", async ({page}) => {
    await page.clock.install();
    await page.goto("./");
    await stopTime(page);
    const card = page.locator("cite-card");
    await page.locator("#cite-top-2").hover();
    await page.clock.runFor(100);
    await expect(card).toBeHidden();
    await page.clock.runFor(100);
    await expect(card).toContainText("Training Compute-Optimal");
    // On its way it leaves the one and isn’t yet on the other.
    await page.mouse.move(5, 500);
    await page.clock.runFor(200);
    await card.getByRole("link").first().hover();
    await page.clock.runFor(1000);
    await expect(card).toBeVisible();
    // axe waits for time to pass too.
    await page.clock.resume();
    const {violations} = await new AxeBuilder({page}).include("cite-card").analyze();
    expect(violations).toEqual([]);
    await page.mouse.move(5, 500);
    await expect(card).toBeHidden();
  });

  test.describe("on a phone", () => {
    test.use({hasTouch: true, isMobile: true, viewport: {width: 320, height: 640}});

    test("a tap opens it whole, a link in it leads to the work, a tap beside it closes it", async ({
      page
    }) => {
      await page.goto("./");
      const card = page.locator("cite-card");
      for (const citation of await page.locator("p > a.cite").filter({visible: true}).all()) {
        await citation.scrollIntoViewIfNeeded();
        await citation.tap();
        await expect(card).toBeVisible();
        const box = (await card.boundingBox())!;
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(320);
        await expect(card.getByRole("link").last()).toBeInViewport({ratio: 1});
        await page.touchscreen.tap(2, 2);
        await expect(card).toBeHidden();
      }
      expect(new URL(page.url()).hash).not.toContain("ref-");
      await page.locator("#cite-top-1").tap();
      await card.getByRole("link", {name: "In the references"}).tap();
      await expect(page).toHaveURL(/#ref-tyl2023$/);
      await expect(page.locator("#ref-tyl2023")).toBeInViewport();
      await expect(card).toBeHidden();
    });
  });

  test.describe("with scripts off", () => {
    test.use({javaScriptEnabled: false});

    test("the citation is a link to the work", async ({page}) => {
      await page.goto("./");
      await page.locator("#cite-top-2").click();
      await expect(page).toHaveURL(/#ref-hoffmann2022$/);
      await expect(page.locator("cite-card")).toBeHidden();
    });
  });
});

test.describe("notes", () => {
  for (const width of [1200, 1440]) {
    test(`stand in the margin at ${width} px, clear of figures and of each other`, async ({page}) => {
      await page.setViewportSize({width, height: 800});
      await page.goto("./");
      const boxes = (selector: string) =>
        page
          .locator(selector)
          .filter({visible: true})
          .evaluateAll((elements) =>
            elements.map((element) => element.getBoundingClientRect().toJSON() as DOMRect)
          );
      const notes = await boxes(".note-text");
      expect(notes.length).toBeGreaterThanOrEqual(2);
      const others = await boxes(".section > :is(p, .figure-row, .scrolly, h2, h3)");
      notes.forEach((note, index) => {
        expect(note.right).toBeLessThanOrEqual(width - 12);
        for (const other of [...others, ...notes.slice(index + 1)]) {
          const isApart =
            note.right <= other.left ||
            other.right <= note.left ||
            note.bottom <= other.top ||
            other.bottom <= note.top;
          expect(isApart, JSON.stringify([note, other])).toBe(true);
        }
      });
    });
  }

  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? "on a phone" : "on a phone with scripts off", () => {
      test.use({javaScriptEnabled, viewport: {width: 320, height: 640}});

      test("open behind their numbers, and Escape gives the focus back", async ({page}) => {
        await page.goto("./");
        const mark = page.getByRole("button", {name: "Note 1"}).first();
        const note = page.locator(".note-text").first();
        await expect(note).toBeHidden();
        await mark.focus();
        await page.keyboard.press("Enter");
        await expect(note).toBeInViewport({ratio: 1});
        await page.keyboard.press("Escape");
        await expect(note).toBeHidden();
        await expect(mark).toBeFocused();
        await page.keyboard.press("Enter");
        await page.mouse.click(2, 2);
        await expect(note).toBeHidden();
      });
    });
  }

  test("stand at the end of their section on paper", async ({page}) => {
    await page.goto("./");
    await expect(page.locator(".endnotes").first()).toBeHidden();
    await page.emulateMedia({media: "print"});
    const texts = await page.locator(".note-text").allTextContents();
    const items = page.locator(".endnotes li");
    await expect(items.first()).toBeVisible();
    expect((await items.allTextContents()).map((text) => text.trim())).toEqual(
      texts.map((text) => text.trim().replace(/^\d+\s*/, ""))
    );
  });
});

test.describe("the contents", () => {
  for (const width of [360, 1440]) {
    test(`lead to each section and mark the one that one is in, at ${width} px`, async ({page}) => {
      await page.setViewportSize({width, height: 800});
      await page.goto("./");
      const list = page.locator("#contents");
      const titles = await page.locator("main h2").allTextContents();
      const links = list.locator("ol").getByRole("link", {includeHidden: true});
      expect(await links.count()).toBe(titles.length + 1);
      await expect(list.locator("[aria-current=location]")).toHaveText("Opening");
      for (const id of ["by-compute", "stretched-cosine", "by-tokens"]) {
        await page.getByRole("button", {name: "Contents"}).click();
        await expect(list).toBeInViewport({ratio: 1});
        await list.locator(`a[href="#${id}"]`).click();
        await expect(list).toBeHidden();
        await expect(page.locator(`#${id} h2`)).toBeInViewport();
        await expect(list.locator("[aria-current=location]")).toHaveAttribute("href", `#${id}`);
      }
      await page.evaluate(() => {
        scrollTo({top: document.documentElement.scrollHeight, behavior: "instant"});
      });
      await expect(list.locator("li:last-child a")).toHaveAttribute("aria-current", "location");
      await page.getByRole("button", {name: "Contents"}).click();
      const {violations} = await new AxeBuilder({page}).include("#contents").analyze();
      expect(violations).toEqual([]);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("button", {name: "Contents"})).toBeFocused();
    });

    test(`never cover a figure that stays, nor move the masthead, at ${width} px`, async ({page}) => {
      await page.setViewportSize({width, height: 800});
      await page.goto("./");
      await scrollToStep(page.locator("#act-2-step-3"));
      const button = (await page.getByRole("button", {name: "Contents"}).boundingBox())!;
      const masthead = (await page.locator(".masthead").boundingBox())!;
      const themes = (await page.locator(".theme-switch").boundingBox())!;
      const inset = await page
        .locator(".masthead")
        .evaluate((box) => parseFloat(getComputedStyle(box).paddingRight));
      expect(themes.x + themes.width).toBeCloseTo(masthead.x + masthead.width - inset, 0);
      const figure = (await stickyFigure(page.locator("#act-2")).boundingBox())!;
      const isBelow = figure.y + figure.height <= button.y;
      expect(isBelow || figure.x + figure.width <= button.x).toBe(true);
    });
  }

  test.describe("with scripts off", () => {
    test.use({javaScriptEnabled: false});

    test("open and lead to a section", async ({page}) => {
      await page.goto("./");
      await page.getByRole("button", {name: "Contents"}).click();
      await page.locator('#contents a[href="#references"]').click();
      await expect(page.locator("#references h2")).toBeInViewport();
    });
  });
});

test("every heading outside the steps has a link to itself", async ({page}) => {
  await page.goto("./");
  for (const heading of await page.locator("main :is(h2, h3)").all()) {
    const isInStep = (await heading.locator("xpath=ancestor::*[@data-step]").count()) > 0;
    const link = heading.locator("xpath=following-sibling::a");
    if (isInStep) await expect(link).toBeHidden();
    else {
      await expect(link).toHaveAccessibleName(/^Link to this section: ./);
      await link.focus();
      await expect(link).toHaveCSS("opacity", "1");
    }
  }
});

test("each dataset that is drawn has a line with its error, and a page with its source, method, licence and files", async ({
  page
}) => {
  await page.goto("./");
  const lines = page.locator("#data tbody tr");
  expect(await lines.count()).toBeGreaterThanOrEqual(20);
  const pages = await lines.evaluateAll((rows) =>
    rows.map((row) => ({
      name: row.id.replace("data-", ""),
      address: row.querySelector("a")!.href,
      error: row.querySelector("td")!.textContent
    }))
  );
  for (const {name, address, error} of pages) {
    expect(error.trim()).not.toBe("");
    await page.goto(address);
    const terms = await page.locator("main dt").allTextContents();
    expect(terms).toEqual(expect.arrayContaining(["Source", "Method", "Error", "Licence"]));
    for (const text of await page.locator("main dd").allTextContents()) expect(text.trim()).not.toBe("");
    await expect(page.locator("main dd").filter({hasText: error}).first()).toBeVisible();
    const file = await page.request.get(new URL(`../${name}.csv`, page.url()).href);
    expect(await file.text()).toBe(readFileSync(`src/data/${name}.csv`, "utf8"));
  }
});

test("the article is cited in a sentence and in files, which are shown as well", async ({page}) => {
  await page.goto("./");
  const section = page.locator("#cite");
  await expect(section).toContainText(/The Past Chinchilla authors \(\d{4}\)\. Past Chinchilla: /);
  const files = section.locator("details");
  expect(await files.count()).toBe(3);
  for (const file of await files.all()) {
    await file.locator("summary").click();
    const link = file.getByRole("link");
    const response = await page.request.get(new URL((await link.getAttribute("href"))!, page.url()).href);
    expect(response.ok()).toBe(true);
    expect((await response.text()).trim()).toBe((await file.locator("pre").textContent())!.trim());
  }
});

test("tags name the article and each cited work once", async ({page}) => {
  await page.goto("./");
  const contents = (name: string): Promise<string[]> =>
    page
      .locator(`head meta[name="${name}"]`)
      .evaluateAll((tags) => tags.map((tag) => tag.getAttribute("content")!));
  for (const name of ["title", "author", "publication_date", "public_url"])
    expect(await contents(`citation_${name}`), name).toEqual([expect.stringMatching(/./)]);
  const titles = (await contents("citation_reference")).map(
    (content) => /citation_title=([^;]*)/.exec(content)![1]
  );
  const works = await page.locator(".references .reference cite").allTextContents();
  expect(titles.toSorted()).toEqual(works.toSorted());
});

test("data for machines describe the article, its works and its datasets", async ({page}) => {
  await page.goto("./");
  const block = page.locator('script[type="application/ld+json"]');
  const graph = JSON.parse((await block.textContent())!) as {"@graph": Record<string, unknown>[]};
  const [article, ...datasets] = graph["@graph"];
  expect(article).toMatchObject({"@type": "WebPage", inLanguage: "en"});
  for (const key of ["headline", "author", "datePublished", "dateModified", "license", "version", "url"])
    expect(article![key], key).toBeTruthy();
  expect(article!.citation).toHaveLength(await page.locator(".references li").count());
  expect(datasets).toHaveLength(await page.locator("#data tbody tr").count());
  expect(article!.hasPart).toEqual(datasets.map((dataset) => ({"@id": dataset["@id"]})));
  for (const dataset of datasets) {
    expect(dataset["@type"]).toBe("Dataset");
    for (const key of ["name", "license", "creator", "isBasedOn", "variableMeasured"])
      expect(dataset[key], key).toBeTruthy();
    const description = dataset.description as string;
    expect(description.length).toBeGreaterThanOrEqual(50);
    expect(description.length).toBeLessThanOrEqual(5000);
    const {contentUrl} = dataset.distribution as {contentUrl: string};
    const file = await page.request.get(new URL(new URL(contentUrl).pathname, page.url()).href);
    expect(file.ok()).toBe(true);
  }
});
