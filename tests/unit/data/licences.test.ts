import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {datasets} from "../../../src/registry.ts";

/** Names of tables, and under them whose they are, by licence. */
const listed = Map.groupBy(
  readFileSync("LICENSE-data", "utf8").matchAll(/^ {2}(\S.*)\n {4}(\S.*)$/gm),
  ([, , notice]) => notice!
);

describe("LICENSE-data", () => {
  const noticed = [...datasets].flatMap(([name, {licence}]) =>
    licence.id === "facts" ? [] : [{name, notice: licence.notice}]
  );

  it.each(noticed)("names $name with its notice", ({name, notice}) => {
    const names = (listed.get(notice ?? "") ?? []).flatMap(([, words]) => words!.split(", "));
    expect(names).toContain(name);
  });

  it("names no other, and each licence by its text", () => {
    const names = [...listed.values()].flat().flatMap(([, words]) => words!.split(", "));
    expect(names.toSorted()).toEqual(noticed.map(({name}) => name).toSorted());
    expect(readFileSync("LICENSE-data", "utf8")).toContain("Permission is hereby granted, free of charge");
    expect(readFileSync("LICENSES/Apache-2.0.txt", "utf8")).toContain("TERMS AND CONDITIONS FOR USE");
  });
});
