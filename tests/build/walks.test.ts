import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {markdownToMdast} from "satteri";
import {ProjectCopy, type Outcome} from "./project-copy.ts";

/** A file that CONTRIBUTING writes out, word for word. */
interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

/** A block of Markdown; a block of code has what stands behind its language, and its text. */
interface Block {
  readonly meta?: string | null;
  readonly value?: string;
}

/** The code blocks whose first line names a file after the language, in their order. */
function filesIn(markdown: string): WrittenFile[] {
  const {children} = markdownToMdast(markdown) as {readonly children: readonly Block[]};
  return children.flatMap(({meta, value = ""}) => (meta ? [{path: meta, text: `${value}\n`}] : []));
}

/** A command has ended well; where it hasn't, what it printed is shown. */
function expectDone({status, output}: Outcome): void {
  expect([status, status === 0 ? "" : output]).toEqual([0, ""]);
}

describe("CONTRIBUTING's walks, word for word, in a copy", {timeout: 900_000}, () => {
  const files = filesIn(readFileSync("CONTRIBUTING.md", "utf8"));
  let project: ProjectCopy;
  let built: Outcome;
  beforeAll(() => {
    project = new ProjectCopy();
    for (const {path, text} of files) project.write(path, text);
    built = project.build();
  }, 900_000);
  afterAll(() => project.remove());
  const page = (path: string): string => readFileSync(join(project.folder, "dist", path), "utf8");

  it("are a dataset, a fact, a chart and a section", () => {
    expect(files.map(({path}) => path)).toEqual([
      "src/data/llama-sizes.csv",
      "src/data/llama-sizes.ts",
      "src/facts/llama-sizes.ts",
      "src/charts/llama-sizes.ts",
      "src/content/en/sizes.mdx"
    ]);
    for (const {path} of files) expect([path, existsSync(path)]).toEqual([path, false]);
  });

  it("build", () => expectDone(built));

  it("make the dataset’s page, files and package", () => {
    expect(page("data/llama-sizes/index.html")).toContain("LLaMA’s sizes");
    expect(page("data/llama-sizes.csv")).toContain("65B,65.2,1.4");
    expect(page("data/llama-sizes/datapackage.json")).toContain("1e9 parameters");
  });

  it("make the chart’s page, embed, files and drawings, with its source", () => {
    expect(page("charts/llama-sizes/linear/index.html")).toContain(
      "Tokens grow by a factor of 1.4, parameters by 9.7."
    );
    expect(page("embed/llama-sizes/index.html")).toContain("Were larger models trained on more tokens?");
    expect(page("charts/llama-sizes/sizes.csv")).toMatch(/^curve,billion_parameters,trillion_tokens\n/);
    expect(page("charts/llama-sizes/sizes.datapackage.json")).toContain("Touvron et al.");
    for (const width of ["narrow", "wide"])
      expect(page(`drawings/llama-sizes/sizes.${width}.svg`)).toContain('data-key="sizes-65B"');
  });

  it("put the section in its place, with its number, note and steps", () => {
    const article = page("index.html");
    const ids = Array.from(article.matchAll(/<section class="section[^"]*" id="([^"]+)"/g), ([, id]) => id);
    const place = ids.indexOf("sizes");
    expect(ids.slice(place - 1, place + 2)).toEqual(["by-tokens", "sizes", "learning-rate"]);
    expect(article).toContain('id="note-sizes-1"');
    expect(article).toContain('id="four-sizes-step-2"');
    expect(article).toContain("21.5");
  });

  it("are drawn and tested as every chart", () => {
    const drawn = project.run("vitest", "run", "tests/unit/charts", "-t", "llama-sizes", "-u");
    expectDone(drawn);
    expect(existsSync(join(project.folder, "tests/snapshots/charts/llama-sizes/linear.wide.svg"))).toBe(true);
  });

  // These look at the whole project again, which takes a minute: `npm run test:all` asks for them.
  it.runIf(process.env.TEST_ALL)("are formatted, linted, typed and spelled as everything else", () => {
    const names = files.map(({path}) => path);
    const code = names.filter((name) => name.endsWith(".ts"));
    expectDone(project.run("prettier", "--check", ...names));
    expectDone(project.run("eslint", ...code));
    expectDone(project.run("astro", "check"));
    expectDone(project.run("cspell", "lint", "--no-progress", ...names));
  });
});
