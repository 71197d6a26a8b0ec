import {readdirSync} from "node:fs";
import {describe, expect, it} from "vitest";
import computeOptimal from "../../../src/data/chinchilla-compute-optimal.ts";
import chinchillaRuns from "../../../src/data/chinchilla-runs.ts";
import stretch24k from "../../../src/data/cosine-stretch-24k.ts";
import llamaRuns from "../../../src/data/llama-runs.ts";
import llamaSpikes from "../../../src/data/llama-spikes.ts";
import llama1Curves from "../../../src/data/llama1-curves.ts";
import llama2Curves from "../../../src/data/llama2-curves.ts";
import publishedModels from "../../../src/data/published-models.ts";
import scalingLaws from "../../../src/data/scaling-laws.ts";
import {locales, type Localised} from "../../../src/core/i18n/locale.ts";
import {datasets, find} from "../../../src/registry.ts";

const files = readdirSync("src/data");

const counts = {
  "chinchilla-compute-optimal": 27,
  "chinchilla-figure-2": 1672,
  "chinchilla-figure-a1": 819,
  "chinchilla-figure-a1-cycle": 36,
  "chinchilla-figure-a1-lr": 1318,
  "chinchilla-frontier": 110,
  "chinchilla-refits": 61,
  "chinchilla-runs": 245,
  "cosine-stretch": 3639,
  "cosine-stretch-24k": 18,
  "finished-laws": 244,
  "isoflop-decay-porian": 940,
  "isoflop-marin": 273,
  "isoflop-step-law": 17,
  ladder: 864,
  "llama-runs": 8,
  "llama-spikes": 12,
  "llama1-curves": 709,
  "llama2-curves": 702,
  "multi-power-law": 3,
  "multi-power-law-vectors": 216,
  "overtraining-gadre": 104,
  "published-models": 22,
  "repeated-data": 296,
  "scaling-laws": 8,
  "schedule-horizon": 125,
  "schedule-horizon-curves": 1903,
  "tied-laws": 183
} as const;

function expectText(text: Localised): void {
  for (const locale of locales) expect(text[locale].trim()).not.toBe("");
}

describe("datasets", () => {
  it("holds at least 15", () => {
    expect(datasets.size).toBeGreaterThanOrEqual(15);
  });

  it("has one entry for each CSV and for each definition", () => {
    const names = (extension: string): string[] =>
      files.filter((file) => file.endsWith(extension)).map((file) => file.slice(0, -extension.length));
    expect(names(".csv").sort()).toEqual([...datasets.keys()].sort());
    expect(names(".ts").sort()).toEqual([...datasets.keys()].sort());
  });
});

describe.each([...datasets])("%s", (name, dataset) => {
  it("is ASCII, with no digits that 64 bits can’t hold", () => {
    expect(dataset.csv.text).toMatch(/^[ -~\n]*$/);
    expect(dataset.csv.text).not.toMatch(/(?<![\d.])\d{16,}(?![\d.e])/);
  });

  it("reads the CSV beside it", () => {
    expect(dataset.csv.file).toBe(`src/data/${name}.csv`);
    expect(dataset.rows.length).toBeGreaterThan(0);
  });

  it("says in every language what it and its fields are", () => {
    expectText(dataset.title);
    expectText(dataset.description);
    for (const field of Object.values(dataset.fields)) {
      expectText(field.label);
      expectText(field.description);
    }
  });

  it("has a unit and an ordered range for every number", () => {
    for (const field of Object.values(dataset.fields)) {
      if (field.type !== "number") continue;
      expect(field.unit).not.toBe("");
      expect(field.range[0]).toBeLessThan(field.range[1]);
    }
  });

  it("lists every category once", () => {
    for (const field of Object.values(dataset.fields)) {
      if (field.type !== "category") continue;
      expect(new Set(field.categories).size).toBe(field.categories.length);
    }
  });

  it("names its source, licence and error", () => {
    const {source, licence, provenance} = dataset;
    expect(source.url).toMatch(/^https:\/\/(arxiv\.org\/abs\/\d{4}\.\d{5}|github\.com\/[^/]+\/[^/]+)$/);
    expect(source.accessed).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const text of [source.authors, source.title, source.locator]) expect(text).not.toBe("");
    if (licence.id === "MIT") expect(licence.notice).toMatch(/^Copyright/);
    expectText(provenance.error);
    expectText(provenance.notes);
  });

  it("states its error with a number or as the digits of its source", () => {
    for (const locale of locales) expect(dataset.provenance.error[locale]).toMatch(/±\d|digits/);
  });
});

describe("find(kind, entries, name)", () => {
  it("returns the entry", () => {
    expect(find("dataset", datasets, "llama-runs")).toBe(datasets.get("llama-runs"));
  });

  it("throws for an unknown name and lists the known ones", () => {
    expect(() => find("dataset", datasets, "llama")).toThrow(
      /^unknown dataset: llama \(one of .*llama-runs, /
    );
  });
});

describe("anchors", () => {
  it.each(Object.entries(counts))("%s has %i rows", (name, count) => {
    expect(find("dataset", datasets, name).rows).toHaveLength(count);
  });

  it("llama1-curves ends at the last bin of each run", () => {
    const last = (model: string): unknown => llama1Curves.rows.filter((row) => row.model === model).at(-1);
    expect(last("7B")).toEqual({
      model: "7B",
      tokens: 1003.373,
      loss: 1.8014,
      loss_p05: 1.7962,
      loss_p95: 1.8103,
      points: 36
    });
    expect(last("65B")).toMatchObject({tokens: 1396.628, loss: 1.5601});
  });

  it.each([
    ["llama1-curves", llama1Curves.rows],
    ["llama2-curves", llama2Curves.rows]
  ])("%s keeps the loss within its band", (_name, rows) => {
    for (const row of rows) {
      expect(row.loss).toBeGreaterThanOrEqual(row.loss_p05);
      expect(row.loss).toBeLessThanOrEqual(row.loss_p95);
    }
  });

  it("llama-spikes has one clipped peak, of LLaMA 65B at 90e9 tokens", () => {
    expect(llamaSpikes.rows.filter((row) => row.clipped)).toEqual([
      {family: "llama1", model: "65B", tokens: 89.96, loss_peak: 2.2435, clipped: true}
    ]);
  });

  it("llama-runs ends each plot at whole steps of 2^22 tokens", () => {
    const steps = [240000, 240000, 334000, 334000, 480000, 480000, 476000, 476000];
    const ends = steps.map((count) => Number(((count * 2 ** 22) / 1e9).toFixed(3)));
    expect(llamaRuns.rows.map((row) => row.plotted_tokens)).toEqual(ends);
  });

  it("llama-runs holds 3,311,616 GPU-hours of Llama 2", () => {
    const hours = llamaRuns.rows.filter((row) => row.family === "llama2").map((row) => row.gpu_hours);
    expect(hours.reduce((sum, value) => sum + value)).toBe(3311616);
  });

  it("chinchilla-runs holds tokens = FLOPs / (6 × parameters), to rounding", () => {
    for (const row of chinchillaRuns.rows) {
      expect(Math.abs(row.flops / (6 * row.parameters * row.tokens) - 1)).toBeLessThan(0.002);
    }
  });

  it("chinchilla-runs keeps 240 runs below the fifth-largest loss", () => {
    const fifth = chinchillaRuns.rows.map((row) => row.loss).sort((a, b) => b - a)[4]!;
    expect(chinchillaRuns.rows.filter((row) => row.loss < fifth)).toHaveLength(240);
  });

  it("chinchilla-compute-optimal agrees with C = 6ND within 5 %, its corrected entry included", () => {
    for (const row of computeOptimal.rows) {
      expect(Math.abs(row.flops / (6 * row.parameters * row.tokens) - 1)).toBeLessThan(0.05);
    }
    expect(computeOptimal.rows.filter((row) => row.source.includes("corrected"))).toEqual([
      expect.objectContaining({approach: "3", parameters: 1.75e11, flops: 1.26e25, tokens: 1.2e13})
    ]);
  });

  it("scaling-laws splits compute into exponents that add up to 1", () => {
    for (const row of scalingLaws.rows) expect(row.size_exponent + row.data_exponent).toBeCloseTo(1, 10);
    expect(scalingLaws.rows.find((row) => row.name === "kaplan")).toMatchObject({
      E: null,
      size_exponent: 0.73
    });
  });

  it("cosine-stretch-24k puts the stretched cosine 0.036, 0.045 and 0.059 nat/token higher", () => {
    const loss = (model: string, schedule: string): number =>
      stretch24k.rows.find((row) => row.model === model && row.schedule === schedule)!.loss;
    const gaps = ["25M", "100M", "400M"].map(
      (model) => loss(model, "cosine_72000") - loss(model, "cosine_24000")
    );
    expect(gaps.map((gap) => gap.toFixed(3))).toEqual(["0.036", "0.045", "0.059"]);
  });

  it("published-models leaves nine MMLU scores empty", () => {
    expect(publishedModels.rows.filter((row) => row.mmlu === null)).toHaveLength(9);
  });
});
