import {anyPath, expect, test} from "./fixtures.ts";

/**
 * A part that an element needs, as the page has it, and the element, which without it stays as it was served: all of it,
 * or what it holds that is its own and no other element's.
 */
const losses = [
  {address: "charts/loss/tokens/", part: /<p class="chart-answer">.*?<\/p>/s, element: "chart-reading"},
  {
    address: "charts/loss/tokens/",
    part: /<button[^>]* value="png".*?<\/button>/s,
    element: "screen-download"
  },
  {
    address: "charts/loss/tokens/",
    part: /<p class="use-text"[^>]* id="use-link">.*?<\/p>/s,
    element: "copy-button"
  },
  {address: "embed/scrolly/act-1/", part: /<a rel="next".*?<\/a>/s, element: "chart-stepper", own: "nav"},
  {address: "search/", part: /<ol class="search-results".*?<\/ol>/s, element: "site-search"}
];

test.use({mayComplain: true});

for (const {address, part, element, own = ""} of losses) {
  const selector = `${element} ${own}`;
  test(`<${element}> that lacks ${part.source} is as without scripts`, {tag: anyPath}, async ({page}) => {
    const upgraded = (): Promise<boolean> =>
      page.evaluate((name) => customElements.get(name) !== undefined, element);
    const html = (): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate(({outerHTML}) => outerHTML);
    let served = "";
    await page.route(`**/${address}`, async (route) => {
      const response = await route.fetch();
      const whole = await response.text();
      expect(whole).toMatch(part);
      served = whole.replace(part, "");
      await route.fulfill({response, body: served});
    });
    await page.goto(address);
    await expect.poll(upgraded).toBe(true);
    const before = await page.evaluate(
      ([text, wanted]) => new DOMParser().parseFromString(text, "text/html").querySelector(wanted)?.outerHTML,
      [served, selector] as const
    );
    expect(await html()).toBe(before);
    // With the part it is another: the script has its hand in it.
    await page.unroute(`**/${address}`);
    await page.reload();
    await expect.poll(html).not.toContain(before ?? "");
  });
}
