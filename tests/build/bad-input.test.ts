import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {ProjectCopy} from "./project-copy.ts";

let project: ProjectCopy;
beforeAll(() => {
  // The article is built without the charts' files.
  project = new ProjectCopy(["tests", "src/pages/charts"]);
});
afterAll(() => project.remove());

describe("astro build", {timeout: 600_000}, () => {
  it("stops at a cell that is no number, with file, line, column, value and expectation", () => {
    const {status, output} = project.buildWith(
      "src/data/llama1-curves.csv",
      "7B,20.562,2.2296",
      "7B,20.562,2,2296"
    );
    expect(status).toBe(1);
    expect(output).toContain("src/data/llama1-curves.csv:3: wrong number of cells");
    const letters = project.buildWith("src/data/llama1-curves.csv", "7B,20.562,2.2296", "7B,20.562,2.2z96");
    expect(letters.status).toBe(1);
    expect(letters.output).toContain(
      'src/data/llama1-curves.csv:3: column loss: not a number: "2.2z96" (expected a number in [1.4, 2.3]'
    );
  });

  it("stops where data and prose differ, naming the sentence", () => {
    const {status, output} = project.buildWith("src/data/llama-runs.csv", "82432", "92432");
    expect(status).toBe(1);
    // The first sentence that depends on it, as the text has it.
    expect(output).toMatch(
      /src\/content\/en\/[\w-]+\.mdx:\d+: "[A-Z][^"]{20,}\.": number differs from the data: "/
    );
  });

  it("stops at a state and a work that aren't there, by name", () => {
    const section = "src/content/en/00-opening.mdx";
    const state = project.buildWith(section, 'state="tokens"', 'state="parsecs"');
    expect(state.status).toBe(1);
    expect(state.output).toContain("unknown state: parsecs (one of tokens, ");
    const work = project.buildWith(section, 'id="tyl2023"', 'id="nobody1900"');
    expect(work.status).toBe(1);
    expect(work.output).toContain("unknown reference: nobody1900 (one of tyl2023, ");
  });
});
