import {describe, expect, it} from "vitest";
import manifest from "../../../package.json" with {type: "json"};
import {changes, parseChanges} from "../../../src/article/changes.ts";

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

describe("parseChanges", () => {
  it("parseChanges(text) joins the lines of an item", () => {
    const text =
      "# Changes\n\nWhat for,\nand why.\n\n## 1.0.1 (2027-01-02)\n\n### Corrections\n\n- One\n  thing.\n- Two.\n";
    expect(parseChanges(text)).toEqual({
      intro: "What for, and why.",
      editions: [
        {
          version: "1.0.1",
          date: "2027-01-02",
          groups: [{title: "Corrections", items: ["One thing.", "Two."]}]
        }
      ]
    });
  });

  it.each([
    ["# Changes\n\n## 1.0 (2027-01-02)", "bad line 3"],
    ["# Changes\n\n## 1.0.1 (2027-01-02)\n- Too early", "bad line 4"],
    ["# Changes\n\n## 1.0.1 (2027-01-02)\n### Added\nNo item", "bad line 5"]
  ])("parseChanges(%j) throws: %s", (text, message) => {
    expect(() => parseChanges(text)).toThrow(message);
  });
});
