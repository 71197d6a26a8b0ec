import type {ChildProcess} from "node:child_process";
import {readFileSync} from "node:fs";
import {createServer} from "node:net";
import {afterAll, beforeAll, describe, expect, it, vi} from "vitest";
import {ProjectCopy} from "./project-copy.ts";

let project: ProjectCopy;
beforeAll(() => {
  // The article is built without the charts' files, which take longest and say nothing of it.
  project = new ProjectCopy(["tests", "src/pages/[...locale]/charts"]);
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

  it("stops where data and prose differ, at each place", () => {
    const {status, output} = project.buildWith("src/data/llama-runs.csv", "82432", "92432");
    expect(status).toBe(1);
    expect(output).toMatch(
      /^.*src\/content\/en\/by-compute\.mdx:\d+: number differs from the data: "82k" for gpu-hours-of llama1-7B \(data say 92432\)$/m
    );
    expect(output).toMatch(/^src\/content\/en\/reading\.mdx:\d+: number differs from the data: "4\.5k"/m);
  });

  it("stops at words that name nothing, with all of them", () => {
    const section = "src/content/en/top.mdx";
    const before = readFileSync(section, "utf8").split('<Cite id="tyl2023" />')[0] ?? "";
    const line = before.split("\n").length;
    const {status, output} = project.buildWith(
      section,
      '<Cite id="tyl2023" />',
      '<Cite id="nobody1900" /> <Num fact="x">1</Num>'
    );
    expect(status).toBe(1);
    expect(output).toContain(`${section}:${line}: unknown reference: nobody1900 (one of kaplan2020, `);
    expect(output).toContain(`${section}:${line}: unknown fact: x (one of `);
    expect(output).not.toContain("Building static entrypoints");
  });
});

describe("astro dev", {timeout: 600_000}, () => {
  let server: ChildProcess;
  let url: string;
  let output = "";
  beforeAll(async () => {
    const port = await freePort();
    url = `http://localhost:${port}/`;
    server = project.start("astro", "dev", "--port", String(port));
    for (const stream of [server.stdout, server.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => (output += text));
    await vi.waitUntil(() => output.includes(url), {timeout: 500_000, interval: 100});
  }, 600_000);
  afterAll(async () => {
    const ended = new Promise((resolve) => server.once("close", resolve));
    server.kill();
    await ended;
  });

  it("answers with an error page that names the place where a number is wrong, until it is right", async () => {
    const section = "src/content/en/by-tokens.mdx";
    await project.withReplaced(section, ">1.80</Num>", ">1.81</Num>", async () => {
      const response = await fetch(url);
      expect(response.status).toBe(500);
      expect(await response.text()).not.toContain("<main");
      expect(output).toContain(
        `${section}:14: number differs from the data: "1.81" for final-loss llama1-7B`
      );
      // What has nothing of the prose is there all the same.
      expect((await fetch(`${url}data/`)).status).toBe(200);
    });
    await vi.waitUntil(async () => (await fetch(url)).status === 200, {timeout: 500_000, interval: 500});
  });
});

/** A port of this machine that nobody listens to. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, "localhost", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no free port"))
      );
    });
  });
}
