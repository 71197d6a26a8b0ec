import AxeBuilder from "@axe-core/playwright";
import {anyPath as tag, chartIds, expect, scrollToStep, stickyFigure, test, triesAll} from "./fixtures.ts";

for (const theme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page in the ${theme} theme`, {tag}, async ({page}) => {
    await page.emulateMedia({colorScheme: theme, reducedMotion: "reduce"});
    const ids = await chartIds(page);
    expect(ids.length).toBeGreaterThanOrEqual(15);
    // Every other chart in each theme, where not all are tried.
    const tried = triesAll ? ids : ids.filter((_, index) => index % 2 === Number(theme === "dark"));
    for (const address of ["./", ...tried.map((id) => `embed/${id}/`), "404.html"]) {
      await page.goto(address);
      const {violations} = await new AxeBuilder({page})
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      const found = violations.map(
        ({id, nodes}) => `${address} ${id}: ${nodes.map((node) => node.html).join(" | ")}`
      );
      expect(found).toEqual([]);
    }
  });
}

for (const width of [320, 360, 768, 1440, 1920]) {
  test(`nothing overflows at ${width} px`, {tag}, async ({page}) => {
    await page.setViewportSize({width, height: 800});
    for (const address of ["./", ...(await chartIds(page)).map((id) => `embed/${id}/`)]) {
      await page.goto(address);
      const overflow = await page.evaluate(() => ({
        page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        wide: [...document.querySelectorAll("main *")]
          .filter((element) => !element.closest(".table-scroll, .visually-hidden, svg, .katex"))
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .map((element) => element.outerHTML.slice(0, 80))
      }));
      expect(overflow, address).toEqual({page: 0, wide: []});
    }
  });

  test(`chart text is at least 12 px at ${width} px`, {tag}, async ({page}) => {
    await page.setViewportSize({width, height: 800});
    await page.goto("./");
    const sizes = await page
      .locator("svg.drawing")
      .filter({visible: true})
      .evaluateAll((drawings) =>
        drawings.map((svg) => {
          const scale = svg.getBoundingClientRect().width / (svg as SVGSVGElement).viewBox.baseVal.width;
          return scale * parseFloat(getComputedStyle(svg).fontSize);
        })
      );
    expect(sizes.length).toBeGreaterThanOrEqual(5);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });
}

test("the theme switch chooses, and the choice is remembered", async ({page}) => {
  await page.emulateMedia({colorScheme: "light"});
  await page.goto("./");
  const paper = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByRole("radio", {name: "Dark"}).check();
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await paper()).toBe(dark);
  await expect(page.getByRole("radio", {name: "Dark"})).toBeChecked();
  await page.getByRole("radio", {name: "System"}).check();
  expect(await paper()).toBe(light);
});

test("the policy of every page is strict, and nothing needs more", async ({page}) => {
  for (const address of ["./", "embed/loss/", "embed/cycle-length/"]) {
    await page.goto(address);
    const policy = await page.locator('meta[http-equiv="content-security-policy"]').getAttribute("content");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(await page.locator("main [style]:not(scrolly-steps, .chart-label, .draw-field)").count()).toBe(0);
  }
});

for (const [format, height] of [
  ["A4", 297],
  ["Letter", 279]
] as const) {
  test(`on ${format} each step is a figure, and nothing is taller than a page`, {tag}, async ({page}) => {
    const perMillimetre = 96 / 25.4;
    const margins = 36;
    const width = format === "A4" ? 210 : 216;
    await page.setViewportSize({width: Math.round((width - margins) * perMillimetre), height: 900});
    await page.goto("./");
    await scrollToStep(page.locator("#act-2-step-2"));
    await page.emulateMedia({media: "print"});
    await expect(stickyFigure(page.locator("#act-2"))).toBeHidden();
    for (const figure of await page.locator("[data-step] figure").all())
      await expect(figure.locator("svg")).toBeVisible();
    // What may not be broken fits on a page, so that it never is.
    const heights = await page
      .locator(".chart, .step, .formula, .claim, h2, h3")
      .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(40);
    expect(Math.max(...heights)).toBeLessThan((height - margins) * perMillimetre);
    const pdf = await page.pdf({format});
    const pages = pdf.toString("latin1").match(/\/Type \/Page\b/g)!.length;
    expect(pages).toBeGreaterThan(10);
    expect(pages).toBeLessThan(60);
  });
}

test("on paper no page has ways through the site", {tag}, async ({page}) => {
  await page.emulateMedia({media: "print"});
  for (const address of [
    "./",
    "charts/",
    "charts/loss/tokens/",
    "data/",
    "data/ladder/",
    "methods/",
    "changes/"
  ]) {
    await page.goto(address);
    await expect(page.locator(".masthead"), address).toHaveCount(1);
    await expect(page.locator(".masthead"), address).toBeHidden();
  }
});

test("how sure a figure is stands folded, and opens over the picture, which stays", {tag}, async ({page}) => {
  await page.goto("./");
  const figure = page.locator("#top figure").first();
  await page.locator("figure[data-ready]").first().waitFor();
  const notes = page.locator(".chart-note");
  expect(await notes.count()).toBeGreaterThan(15);
  for (const note of await notes.all()) await expect(note).toBeHidden();
  const before = await figure.locator(".chart-image").boundingBox();
  await figure.getByText("How sure?").click();
  await expect(figure.locator(".chart-note")).toBeVisible();
  expect(await figure.locator(".chart-image").boundingBox()).toEqual(before);
  await figure.getByText("How sure?").click();
  await expect(figure.locator(".chart-note")).toBeHidden();
});

test("the top says who wrote it, when, and how long it takes to read", {tag}, async ({page}) => {
  await page.goto("./");
  const byline = await page.locator(".byline").innerText();
  const published = await page.locator('meta[name="citation_publication_date"]').getAttribute("content");
  expect(byline).toContain("The Past Chinchilla authors");
  expect(byline).toContain(String(Number(published!.slice(-2))));
  const words = await page
    .locator("main > section:not(#data, #references, #cite, #changes) > p, .step-text p")
    .allTextContents();
  const minutes = words.join(" ").split(/\s+/).length / 238;
  const told = Number(/(\d+) minutes/.exec(byline)![1]);
  // The claims and the lists are read too.
  expect(told).toBeGreaterThan(minutes);
  expect(told).toBeLessThan(1.3 * minutes + 1);
});

test("nothing moves while the article loads", {tag}, async ({page}) => {
  await page.addInitScript(() => {
    Object.assign(window, {shifts: 0});
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as unknown as {shifts: number}).shifts += (entry as unknown as {value: number}).value;
    }).observe({type: "layout-shift", buffered: true});
  });
  for (const viewport of [
    {width: 390, height: 844},
    {width: 1440, height: 900}
  ]) {
    await page.setViewportSize(viewport);
    await page.goto("./", {waitUntil: "networkidle"});
    expect(await page.evaluate(() => (window as unknown as {shifts: number}).shifts)).toBe(0);
  }
});

test("a page that isn't there says so and leads back", async ({page}) => {
  await page.goto("404.html");
  await expect(page.getByRole("heading", {level: 1})).toBeVisible();
  await page.getByRole("link").first().click();
  await expect(page.locator("[data-scrolly]").first()).toBeAttached();
});
