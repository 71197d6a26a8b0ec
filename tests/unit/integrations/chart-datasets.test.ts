import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {datasetsOfCharts} from "../../../integrations/chart-datasets.ts";
import {charts} from "../../../src/registry.ts";

const runs = ["llama1-curves", "llama2-curves", "llama-runs"];

describe("datasetsOfCharts(root)", () => {
  it("has what each chart of the site draws, and the registry has it too", async () => {
    const {datasets, files} = await datasetsOfCharts(resolve("."));
    expect(datasets).toEqual({
      budget: ["scaling-laws", "chinchilla-refits", "chinchilla-runs"],
      "chinchilla-curves": [
        "chinchilla-figure-2",
        "chinchilla-frontier",
        "chinchilla-runs",
        "llama1-curves",
        "llama-runs",
        "published-models"
      ],
      "compute-optimal": ["chinchilla-compute-optimal", "scaling-laws", "published-models"],
      "cosine-ablation": ["chinchilla-figure-a1", "chinchilla-figure-a1-cycle"],
      "cycle-length": ["chinchilla-figure-a1-cycle"],
      "draw-the-rest": runs,
      extrapolation: ["scaling-laws", "llama2-curves", "llama-runs"],
      "finish-line": ["schedule-horizon-curves", "schedule-horizon", "ladder"],
      "finish-pairs": ["schedule-horizon-curves", "schedule-horizon", "ladder"],
      gap: runs,
      "learning-rate": ["multi-power-law", "cosine-stretch-24k", "cosine-stretch"],
      "llama-swing": runs,
      loss: [...runs, "llama-spikes"],
      race: runs,
      "repeated-data": ["repeated-data"],
      "same-compute": ["published-models"],
      "schedule-lab": ["cosine-stretch-24k", "cosine-stretch", "multi-power-law"],
      "stretch-measured": ["cosine-stretch-24k", "cosine-stretch"],
      "stretch-price": ["chinchilla-figure-a1", "cosine-stretch-24k", "schedule-horizon", "ladder"],
      "tokens-per-parameter": ["published-models"],
      valley: ["isoflop-marin", "finished-laws", "scaling-laws", "isoflop-step-law"]
    });
    expect(Object.fromEntries([...charts].map(([name, chart]) => [name, chart.datasets]))).toEqual(datasets);
    expect(files).toContain(resolve("src/analysis/runs.ts"));
  });

  describe("of a small project", () => {
    let root: string;
    beforeEach(() => {
      root = mkdtempSync(join(tmpdir(), "chart-datasets-"));
      for (const name of ["one", "two", "three"]) {
        write(`src/data/${name}.csv`, "a\n1\n");
        write(
          `src/data/${name}.ts`,
          `import csv from "./${name}.csv";\nexport default defineDataset({rows: csv});\nfunction defineDataset(of: object) { return of; }\n`
        );
      }
      write("src/laws/law.ts", 'import two from "../data/two.ts";\nexport default {of: () => two};\n');
      write(
        "src/analysis/both.ts",
        'import one from "../data/one.ts";\nimport law from "../laws/law.ts";\nexport const first = () => one;\nexport const second = () => law.of();\n'
      );
    });
    afterEach(() => rmSync(root, {recursive: true}));

    const write = (file: string, text: string): void => {
      mkdirSync(dirname(join(root, file)), {recursive: true});
      writeFileSync(join(root, file), text);
    };
    const drawnBy = async (chart: string): Promise<readonly string[] | undefined> => {
      write("src/charts/a.ts", chart);
      return (await datasetsOfCharts(root)).datasets.a;
    };

    it("has a dataset that comes through an analysis and a law, and not what else these know", async () => {
      expect(
        await drawnBy('import {first} from "../analysis/both.ts";\nexport default {plot: () => first()};\n')
      ).toEqual(["one"]);
      expect(
        await drawnBy('import {second} from "../analysis/both.ts";\nexport default {plot: () => second()};\n')
      ).toEqual(["two"]);
    });

    it("has a dataset from the moment on that the chart uses it", async () => {
      const chart = (value: string): string =>
        `import three from "../data/three.ts";\nimport type one from "../data/one.ts";\nexport type One = typeof one;\nexport default {plot: () => ${value}};\n`;
      expect(await drawnBy(chart("0"))).toEqual([]);
      expect(await drawnBy(chart("three"))).toEqual(["three"]);
    });

    it("leaves out what a module computes beside what the chart uses of it", async () => {
      write(
        "src/analysis/rows.ts",
        'import one from "../data/one.ts";\nimport two from "../data/two.ts";\n// “Größe”\nexport const ones = Object.entries(one).filter(([key]) => key).map(String), twos: readonly string[] = Object.keys(two).map(String);\nconst names = new Set(twos);\nexport const count = () => names.size;\n'
      );
      expect(
        await drawnBy('import {ones} from "../analysis/rows.ts";\nexport default {plot: () => ones};\n')
      ).toEqual(["one"]);
      expect(
        await drawnBy('import {count} from "../analysis/rows.ts";\nexport default {plot: () => count()};\n')
      ).toEqual(["two"]);
    });

    it("throws where a chart imports what isn't there", async () => {
      await expect(drawnBy('import four from "../data/four.ts";\nexport default four;\n')).rejects.toThrow(
        /data\/four\.ts/
      );
    });
  });
});
