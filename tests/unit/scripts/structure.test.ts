import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {figuresOf} from "../../../scripts/structure/figures.ts";
import {importsOf, violationsIn} from "../../../scripts/structure/imports.ts";
import {roomOf, roomsOf} from "../../../scripts/structure/rooms.ts";

describe("the rooms", () => {
  it("stand in CONTRIBUTING with a line each", () => {
    const rooms = roomsOf();
    expect(rooms.map(({path}) => path)).toEqual(
      expect.arrayContaining(["src/core/math", "src/charts", "scripts"])
    );
    for (const {meaning} of rooms) expect(meaning).not.toBe("");
  });

  it("throw where the table is gone", () => {
    expect(() => roomsOf("# Contributing")).toThrow("no rooms: CONTRIBUTING.md (expected a table of them)");
  });

  it("hold a file by the longest path that it begins with", () => {
    const rooms = [
      {path: "src/core", meaning: "x", runs: "both"},
      {path: "src/core/math", meaning: "x", runs: "both"}
    ] as const;
    expect(roomOf("src/core/math/thin.ts", rooms)?.path).toBe("src/core/math");
    expect(roomOf("src/core/address.ts", rooms)?.path).toBe("src/core");
    expect(roomOf("src/corent.ts", rooms)).toBeUndefined();
  });

  it("import in one direction, without circles, and page scripts nothing of the build", async () => {
    expect(await violationsIn(".", roomsOf())).toEqual([]);
  });
});

describe("the figures of the structure", () => {
  it.each(figuresOf(".").map(({name, ...figure}) => [name, figure] as const))(
    "%s are within their limit",
    (_, {value, limit, where}) => {
      expect([value <= limit, where]).toEqual([true, where]);
    }
  );
});

describe("violationsIn(root, rooms)", () => {
  const rooms = (
    [
      ["src/core", "both"],
      ["src/core/node", "Node"],
      ["src/facts", "build"],
      ["src/marks", "both"],
      ["src/charts", "both"],
      ["src/browser", "browser"],
      ["src/pages", "build"]
    ] as const
  ).map(([path, runs]) => ({path, runs, meaning: "x"}));
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "structure-"));
  });
  afterEach(() => rmSync(root, {recursive: true}));

  const found = async (files: Readonly<Record<string, string>>): Promise<string[]> => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), {recursive: true});
      writeFileSync(join(root, file), text);
    }
    const violations = await violationsIn(root, rooms);
    return violations.map(({rule, from, to}) => `${rule}: ${from} -> ${to}`).sort();
  };
  const chart = {"src/charts/loss.ts": "export interface Chart {}\nexport default 1;"};

  it("is empty where imports run along the order", async () => {
    expect(await found({...chart, "src/browser/lab.ts": 'import "../charts/loss.ts";'})).toEqual([]);
  });

  it.each([
    ["an import", 'import loss from "../charts/loss.ts";\nexport const x = loss;'],
    ["an import of a type", 'import type {Chart} from "../charts/loss.ts";\nexport type X = Chart;'],
    ["a type written in place", 'export type X = import("../charts/loss.ts").Chart;'],
    ["an export", 'export {default} from "../charts/loss.ts";'],
    ["an import at run time", 'export const x = () => import("../charts/loss.ts");'],
    ["a glob", 'export const x = import.meta.glob<number>("../charts/*.ts", {import: "default"});'],
    ["a list of globs", 'export const x = import.meta.glob(["../none/*.ts", "../charts/*.ts"]);'],
    ["a glob over lines", 'export const x = import.meta.glob<{\n  a: number;\n}>(\n  "../charts/*.ts"\n);'],
    ["a worker", 'export const x = new Worker(new URL("../charts/loss.ts", import.meta.url));']
  ])("finds %s that runs back", async (_, code) => {
    expect(await found({...chart, "src/core/registry.ts": code})).toEqual([
      "direction: src/core/registry.ts -> src/charts/loss.ts"
    ]);
  });

  it("finds one that runs back in the frontmatter of a page, and in its script", async () => {
    const page = 'import Index from "../pages/index.astro";';
    expect(
      await found({
        "src/pages/index.astro": "<p></p>",
        "src/browser/A.astro": `---\n${page}\n---\n\n<Index />`,
        "src/browser/B.astro": `<p>x</p>\n<script>\n  ${page}\n</script>`
      })
    ).toEqual([
      "direction: src/browser/A.astro -> src/pages/index.astro",
      "direction: src/browser/B.astro -> src/pages/index.astro"
    ]);
  });

  it("finds what a page names by <script src>", async () => {
    const violations = await found({
      "src/facts/runs.ts": "export default {};",
      "src/pages/index.astro": '<p>x</p>\n<script src="../facts/runs.ts"></script>'
    });
    expect(violations).toContain("page-scripts: src/pages/index.astro -> src/facts/runs.ts");
  });

  it("finds Node in what browsers run too", async () => {
    const read = 'import {readFileSync} from "node:fs";\nexport const x = readFileSync;';
    expect(
      await found({
        "src/core/node/a.ts": read,
        "src/facts/a.ts": read,
        "src/core/a.ts": read,
        "src/browser/a.ts": read
      })
    ).toEqual(["node: src/browser/a.ts -> fs", "node: src/core/a.ts -> fs"]);
  });

  it("finds Plot in a room before the marks, but for its types", async () => {
    const plot = 'from "@observablehq/plot";\nexport type X = typeof import("@observablehq/plot");';
    expect(
      await found({
        "src/marks/a.ts": `import * as Plot ${plot}\nexport const x = Plot;`,
        "src/core/a.ts": `import * as Plot ${plot}\nexport const x = Plot;`,
        "src/core/b.ts": `import type {PlotOptions} ${plot}\nexport type Y = PlotOptions;`
      })
    ).toEqual(["plot: src/core/a.ts -> @observablehq/plot"]);
  });

  it("finds a circle of types", async () => {
    const violations = await found({
      "src/core/a.ts": 'import type {B} from "./b.ts";\nexport interface A {b: B}',
      "src/core/b.ts": 'import type {A} from "./a.ts";\nexport interface B {a?: A}'
    });
    expect(violations).toContain("circle: src/core/a.ts -> src/core/b.ts");
  });

  it("finds a page script that reaches facts through what it imports", async () => {
    const violations = await found({
      "src/facts/runs.ts": "export default {};",
      "src/charts/loss.ts": 'import "../facts/runs.ts";',
      "src/pages/index.astro": '<p>x</p>\n<script>\n  import "../charts/loss.ts";\n</script>'
    });
    expect(violations).toContain("page-scripts: src/pages/index.astro -> src/facts/runs.ts");
  });

  it("finds a file that stands in no room", async () => {
    expect(await found({"src/lib/misc.ts": "export {};"})).toEqual(["unknown-room: src/lib/misc.ts -> "]);
    expect(await found({"src/hooks/a.mts": "export {};", "src/helpers.ts": "export {};"})).toEqual([
      "unknown-room: src/helpers.ts -> ",
      "unknown-room: src/hooks/a.mts -> ",
      "unknown-room: src/lib/misc.ts -> "
    ]);
  });
});

describe("importsOf(astro)", () => {
  it("tells the build's imports from the scripts'", () => {
    const astro = '---\nimport A from "./A.astro";\n---\n<A>é</A>\n<script>\n  import "./a.ts";\n</script>';
    expect(importsOf(astro)).toEqual({ofBuild: ["./A.astro"], ofScripts: ["./a.ts"]});
  });
});
