import {describe, expect, it} from "vitest";
import manifest from "../../../package.json" with {type: "json"};
import {changes} from "../../../src/article/changes.ts";

describe("changes", () => {
  it("begins with the version of the package", () => {
    expect(changes.intro).not.toBe("");
    expect(changes.editions[0]!.version).toBe(manifest.version);
  });

  it("goes from the newest edition to the oldest, each with its corrections", () => {
    const dates = changes.editions.map(({date}) => date);
    expect(dates).toEqual(dates.toSorted().reverse());
    for (const {date, groups} of changes.editions) {
      expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
      expect(groups.map(({title}) => title)).toContain("Corrections");
      for (const {items} of groups) expect(items.length).toBeGreaterThan(0);
    }
  });
});
