import {describe, expect, it} from "vitest";
import {editionOf, parseChanges} from "../../../src/article/change-log.ts";

describe("parseChanges", () => {
  it("parseChanges(text) joins the lines of an item", () => {
    const text =
      "# Changes\n\nWhat for,\nand why.\n\n## 1.0.1 (2027-01-02)\n\n### Corrections\n\n- One\n  thing.\n- Two.\n";
    expect(parseChanges(text)).toEqual({
      intro: "What for, and why.",
      unreleased: [],
      editions: [
        {
          version: "1.0.1",
          date: "2027-01-02",
          groups: [{title: "Corrections", items: ["One thing.", "Two."]}]
        }
      ]
    });
  });

  it("parseChanges(text) tells what no edition has yet", () => {
    const {unreleased, editions} = parseChanges(
      "# Changes\n\n## Unreleased\n\n### Added\n\n- A thing.\n\n## 1.0.1 (2027-01-02)\n\n### Added\n\n- Another.\n"
    );
    expect(unreleased).toEqual([{title: "Added", items: ["A thing."]}]);
    expect(editions.map(({version}) => version)).toEqual(["1.0.1"]);
  });

  it.each([
    ["# Changes\n\n## 1.0.1 (2027-01-02)\n\n## Unreleased", "bad line 5"],
    ["# Changes\n\n## 1.0 (2027-01-02)", "bad line 3"],
    ["# Changes\n\n## 1.0.1 (2027-01-02)\n- Too early", "bad line 4"],
    ["# Changes\n\n## 1.0.1 (2027-01-02)\n### Added\nNo item", "bad line 5"]
  ])("parseChanges(%j) throws: %s", (text, message) => {
    expect(() => parseChanges(text)).toThrow(message);
  });
});

describe("editionOf", () => {
  const log = parseChanges("## 1.0.1 (2027-01-02)\n\n## 1.0.0 (2027-01-01)\n");

  it("editionOf(log, version) is the edition of that version", () => {
    expect(editionOf(log, "1.0.0").date).toBe("2027-01-01");
  });

  it("editionOf(log, version) throws where there is none", () => {
    expect(() => editionOf(log, "1.0")).toThrow(
      "no edition in the change log: 1.0 (expected one of 1.0.1, 1.0.0)"
    );
  });
});
