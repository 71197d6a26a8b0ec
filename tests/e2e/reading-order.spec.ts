import {expect, test} from "./fixtures.ts";

/** One node of the accessibility tree, as a screen reader comes to it. */
interface Heard {
  readonly depth: number;
  readonly role: string;
  readonly name: string;
  readonly level: number;
}

/** The nodes of an accessibility tree in reading order, from Playwright's YAML of it. */
function heard(snapshot: string): Heard[] {
  return snapshot.split("\n").flatMap((line) => {
    const match = /^(?<indent>\s*)- '?(?<role>[a-z]+)(?: "(?<name>(?:[^"\\]|\\.)*)")?(?<rest>.*)$/.exec(line);
    if (!match?.groups) return [];
    const {indent, role, name = "", rest} = match.groups;
    return [
      {
        depth: indent!.length / 2,
        role: role!,
        name,
        level: Number(/\[level=(\d)\]/.exec(rest!)?.[1] ?? 0)
      }
    ];
  });
}

test("a walk through the article meets its parts in order, each with a name", async ({page}) => {
  await page.goto("./");
  await expect(page.locator("figure[data-ready]").first()).toBeAttached();
  const nodes = heard(await page.locator("body").ariaSnapshot());
  expect(nodes.length).toBeGreaterThan(300);

  const unnamed = nodes.filter(
    ({role, name}) => ["link", "button", "img", "radio", "checkbox", "slider"].includes(role) && name === ""
  );
  expect(unnamed).toEqual([]);

  const headings = nodes.filter(({role}) => role === "heading");
  expect(headings[0]).toMatchObject({level: 1, name: "Past Chinchilla"});
  expect(headings.filter(({level}) => level === 1)).toHaveLength(1);
  headings.slice(1).forEach(({level, name}, index) => {
    expect(level, name).toBeLessThanOrEqual(headings[index]!.level + 1);
  });
  const titles = headings.map(({name}) => name);
  const order = [
    "The race",
    "By tokens",
    "By compute",
    "The stretched cosine",
    "Claims and verdicts",
    "References"
  ];
  const places = order.map((title) => titles.findIndex((each) => each.includes(title)));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
});

test("a figure is heard as answer, question, controls, chart and data", async ({page}) => {
  await page.goto("./");
  await expect(page.locator("figure[data-ready]").first()).toBeAttached();
  const figures = await page.locator(".figure-row figure[data-chart]").all();
  expect(figures.length).toBeGreaterThanOrEqual(12);
  for (const figure of figures) {
    const question = (await figure.locator(".chart-question").textContent())!.trim();
    const answer = (await figure.locator(".chart-answer").textContent())!.trim();
    // The first line is the figure itself, which is named by its caption.
    const [, ...lines] = (await figure.ariaSnapshot()).split("\n");
    const parts = lines.flatMap((line) => {
      if (/- '?application/.test(line)) return ["chart"];
      if (line.includes("Show the data")) return ["data"];
      if (!line.includes("paragraph:")) return [];
      return line.includes(question) ? ["question"] : line.includes(answer) ? ["answer"] : [];
    });
    expect(parts, question).toEqual(["answer", "question", "chart", "data"]);
  }
});

test("a scrolly is heard once: its figure, then each step’s text", async ({page}) => {
  await page.goto("./");
  await expect(page.locator("figure[data-ready]").first()).toBeAttached();
  for (const id of ["act-1", "act-2", "act-3"]) {
    const scrolly = page.locator(`#${id}`);
    const nodes = heard(await scrolly.ariaSnapshot());
    expect(nodes.filter(({role}) => role === "application")).toHaveLength(1);
    const steps = await scrolly.locator("[data-step]").count();
    const headings = nodes.filter(({role}) => role === "heading");
    expect(headings).toHaveLength(steps);
    expect(nodes.findIndex(({role}) => role === "application")).toBeLessThan(
      nodes.findIndex(({role}) => role === "heading")
    );
  }
});
