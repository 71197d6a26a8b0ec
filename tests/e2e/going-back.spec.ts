import {anyPath as tag, chartIds, expect, test, triesAll} from "./fixtures.ts";

// A browser that keeps no pages in memory loads the page anew, and fills its fields with what they had.

test("on going back a figure shows what its fields have", {tag}, async ({page}) => {
  const ids = await chartIds(page);
  let tried = 0;
  // Each chart in one of its two places, where not all are tried.
  const places = ids.flatMap((id, index) =>
    [`charts/${id}/`, `embed/${id}/`].filter((_, place) => triesAll || place === index % 2)
  );
  for (const address of ["./", ...places]) {
    await page.goto(address);
    const control = page
      .locator("chart-controls input:not(:checked):is([type=radio], [type=checkbox]):not([disabled])")
      .filter({visible: true});
    if ((await control.count()) === 0) continue;
    tried += 1;
    const chart = await page.locator("figure[data-chart]", {has: control}).first().getAttribute("data-chart");
    // By its name: once it is checked, the first that isn't is another.
    const figure = page
      .locator(`figure[data-chart="${chart}"]`, {has: page.locator("chart-controls")})
      .first();
    const answer = figure.locator(".chart-answer");
    const before = await answer.textContent();
    const chosen = figure
      .locator("chart-controls input:not(:checked):is([type=radio], [type=checkbox])")
      .filter({visible: true})
      .first();
    const [name, value] = [await chosen.getAttribute("name"), await chosen.getAttribute("value")];
    const state = await figure.getAttribute("data-state");
    await chosen.check();
    await expect.poll(() => figure.getAttribute("data-state"), address).not.toBe(state);
    const fields = `figure[data-chart="${chart}"] chart-controls input[name="${name}"][value="${value}"]`;
    const after = await answer.textContent();
    await page.goto("404.html");
    await page.goBack();
    await expect(page.locator(fields).first(), address).toBeChecked();
    // Some controls change the picture alone.
    if (after !== before) await expect(answer, address).toHaveText(after!);
    await expect(
      page.locator(`figure[data-chart="${chart}"] .chart-notice`).filter({visible: true})
    ).toHaveCount(0);
  }
  expect(tried).toBeGreaterThan(places.length / 2);
});

test("on going back the theme is the one that was chosen last", {tag}, async ({page}) => {
  await page.goto("./");
  await page.locator(".theme-switch").getByLabel("Dark").check();
  await page.goto("data/");
  await page.locator(".theme-switch").getByLabel("Light").check();
  await page.goBack();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expect(page.locator(".theme-switch").getByLabel("Light")).toBeChecked();
});
