import {readFileSync} from "node:fs";
import {Validator, type Schema} from "@cfworker/json-schema";
import {csvParseRows} from "d3-dsv";
import {describe, expect, it} from "vitest";
import {figureCsv, figurePackage} from "../../../src/export/numbers.ts";
import {charts} from "../../../src/registry.ts";

const schema = JSON.parse(readFileSync("tests/frictionless/tabular-data-package.json", "utf8")) as Schema;
const frictionless = new Validator(schema, "4", false);

interface Package {
  readonly homepage: string;
  readonly resources: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly error: string;
    readonly datasets: readonly {licence: string; error: string}[];
    readonly sources?: readonly {title: string; path: string}[];
    readonly schema: {
      readonly fields: readonly {
        name: string;
        title: string;
        type: string;
        unit?: string;
        constraints: {required?: true; enum?: string[]};
      }[];
    };
  }[];
}

const states = [...charts].flatMap(([id, {states}]) =>
  Object.keys(states).map((name) => [id, name] as const)
);

describe("packageOf(drawn, path, locale)", () => {
  it.each(states)("describes the CSV of %s/%s by the rules of Frictionless", (id, name) => {
    const described = JSON.parse(figurePackage(id, name, `${name}.csv`, "en")) as Package;
    const errors = frictionless.validate(described).errors;
    expect(errors.map(({instanceLocation, error}) => `${instanceLocation}: ${error}`)).toEqual([]);
    const [resource] = described.resources;
    const csv = figureCsv(id, name, "en");
    expect(resource).toMatchObject({path: `${name}.csv`, bytes: Buffer.byteLength(csv)});
    expect(described.homepage).toContain(`/charts/${id}/${name}/`);
    expect(resource!.error).toBeTruthy();
    for (const {licence, error} of resource!.datasets) expect(licence && error).toBeTruthy();
    for (const {path} of resource!.sources ?? []) expect(path).toMatch(/^https:/);
    const [header, ...rows] = csvParseRows(csv);
    const {fields} = resource!.schema;
    expect(fields.map((field) => field.name)).toEqual(header);
    for (const [index, {type, unit, constraints}] of fields.entries()) {
      const cells = rows.map((row) => row[index]!);
      if (constraints.required) expect(cells).not.toContain("");
      if (type === "string") expect(new Set(cells)).toEqual(new Set(constraints.enum));
      else expect(unit).toBeDefined();
      if (type === "integer") expect(cells.every((cell) => /^-?\d*$/.test(cell))).toBe(true);
    }
  });

  it("keeps what the columns were called before, and names that ASCII can’t write", () => {
    const {resources} = JSON.parse(figurePackage("loss", "tokens", "tokens.csv", "en")) as Package;
    expect(resources[0]!.schema.fields.map(({title}) => title).slice(0, 3)).toEqual([
      "curve",
      "tokens (billion tokens)",
      "loss (nat/token)"
    ]);
    expect(figurePackage("cosine-ablation", "long", "long.csv", "en")).toContain(
      '"long run, 1x":"long run, 1×"'
    );
  });
});
