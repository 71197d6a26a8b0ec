import {readFileSync} from "node:fs";
import {Validator, type Schema} from "@cfworker/json-schema";
import {describe, expect, it} from "vitest";
import {dataPackage} from "../../../src/article/data-package.ts";
import {datasets} from "../../../src/registry.ts";

const schema = JSON.parse(readFileSync("tests/frictionless/tabular-data-package.json", "utf8")) as Schema;
const frictionless = new Validator(schema, "4", false);

function errorsOf(descriptor: unknown): string[] {
  // As it is served: without the keys that are undefined.
  const served: unknown = JSON.parse(JSON.stringify(descriptor));
  return frictionless
    .validate(served)
    .errors.map(({instanceLocation, error}) => `${instanceLocation}: ${error}`);
}

interface Described {
  readonly resources: readonly {
    readonly path: string;
    readonly schema: {
      readonly fields: readonly {
        readonly name: string;
        readonly type: string;
        readonly constraints: object;
      }[];
    };
  }[];
}

describe("dataPackage(name, title, datasets, addressOf, locale)", () => {
  it.each([...datasets])("is a valid tabular data package: %s", (name, dataset) => {
    const address = (each: string): string => `https://example.org/data/${each}.csv`;
    expect(errorsOf(dataPackage(name, dataset.title.en, [[name, dataset]], address, "en"))).toEqual([]);
  });

  it("holds all datasets in one", () => {
    const all = dataPackage("all", "All", [...datasets], (name) => `${name}.csv`, "en");
    expect(errorsOf(all)).toEqual([]);
    expect((all as Described).resources).toHaveLength(datasets.size);
  });

  it("says types, bounds, categories and what may be empty", () => {
    const name = "published-models";
    const [resource] = (dataPackage(name, name, [[name, datasets.get(name)!]], String, "en") as Described)
      .resources;
    const field = (name: string): unknown => resource!.schema.fields.find((each) => each.name === name);
    expect(field("mmlu")).toMatchObject({
      type: "number",
      unit: "percent",
      constraints: {minimum: 25, maximum: 100}
    });
    expect(field("mmlu")).not.toHaveProperty("constraints.required");
    expect(field("name")).toMatchObject({type: "string", constraints: {required: true}});
  });

  it("keeps what a column was called", () => {
    const name = "scaling-laws";
    const described = dataPackage(name, name, [[name, datasets.get(name)!]], String, "en");
    const {fields} = (described as Described).resources[0]!.schema;
    expect(fields.find((field) => field.name === "size_exponent")).toMatchObject({formerly: "a"});
  });

  it("is held to the rules: a name with spaces, no resources", () => {
    const broken = dataPackage("No spaces allowed", "", [], String, "en");
    expect(errorsOf(broken)).not.toEqual([]);
  });

  it("names each CSV by a path below the package or by a URL, which the schema doesn't check", () => {
    const all = dataPackage("all", "All", [...datasets], (name) => `${name}.csv`, "en") as Described;
    for (const {path} of all.resources) expect(path).toMatch(/^[a-z0-9-]+\.csv$/);
  });
});
