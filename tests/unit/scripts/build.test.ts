import {spawnSync} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";

/** A copy of the project whose data may be spoilt. */
let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "past-chinchilla-build-"));
  const isLeft = /^(?:node_modules|\.git|\.cache|\.astro|dist|test-results|tests)(?:\/|$)/;
  cpSync(".", copy, {recursive: true, filter: (source) => !isLeft.test(source)});
  // The article is built without the charts' files, which take longest and say nothing of it.
  rmSync(join(copy, "src/pages/charts"), {recursive: true});
  mkdirSync(".cache", {recursive: true});
  for (const name of ["node_modules", ".cache"]) symlinkSync(resolve(name), join(copy, name));
});
afterAll(() => rmSync(copy, {recursive: true}));

/** Builds the copy with one piece of a file replaced, and puts the file back. */
function buildWith(file: string, from: string, to: string): {status: number | null; output: string} {
  const path = join(copy, file);
  const original = readFileSync(path, "utf8");
  expect(original).toContain(from);
  writeFileSync(path, original.replace(from, to));
  const {status, stdout, stderr} = spawnSync("node", ["node_modules/astro/bin/astro.mjs", "build"], {
    cwd: copy,
    encoding: "utf8",
    env: {...process.env, ASTRO_TELEMETRY_DISABLED: "1", NODE_ENV: "production", VITEST: undefined}
  });
  writeFileSync(path, original);
  return {status, output: stdout + stderr};
}

describe("astro build", {timeout: 120_000}, () => {
  it("stops at a cell that is no number, with file, line, column, value and expectation", () => {
    const {status, output} = buildWith("src/data/llama1-curves.csv", "7B,20.562,2.2296", "7B,20.562,2,2296");
    expect(status).toBe(1);
    expect(output).toContain("src/data/llama1-curves.csv:3: wrong number of cells");
    const letters = buildWith("src/data/llama1-curves.csv", "7B,20.562,2.2296", "7B,20.562,2.2z96");
    expect(letters.status).toBe(1);
    expect(letters.output).toContain(
      'src/data/llama1-curves.csv:3: column loss: not a number: "2.2z96" (expected a number in [1.4, 2.3]'
    );
  });

  it("stops where data and prose differ, naming the sentence", () => {
    const {status, output} = buildWith("src/data/llama-runs.csv", "82432", "92432");
    expect(status).toBe(1);
    // The first sentence that depends on it, as the text has it.
    expect(output).toMatch(
      /src\/content\/en\/[\w-]+\.mdx:\d+: "[A-Z][^"]{20,}\.": number differs from the data: "/
    );
  });

  it("stops at a state and a work that aren't there, by name", () => {
    const section = "src/content/en/00-opening.mdx";
    const state = buildWith(section, 'state="tokens"', 'state="parsecs"');
    expect(state.status).toBe(1);
    expect(state.output).toContain("unknown state: parsecs (one of tokens, ");
    const work = buildWith(section, 'id="tyl2023"', 'id="nobody1900"');
    expect(work.status).toBe(1);
    expect(work.output).toContain("unknown reference: nobody1900 (one of tyl2023, ");
  });
});
