import {spawnSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import manifest from "../../../package.json" with {type: "json"};

const program = readFileSync("scripts/run.mjs", "utf8");
const commands = Array.from(
  program.matchAll(/"?([\w-]+)"?: \(\) => import\("\.\/(.*?)"\)/g),
  ([, name = "", file = ""]) => ({
    name,
    file
  })
);

/** Makes Node say that it is an older one. */
const older =
  'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.20.2"}})';

function run(...args: readonly string[]): {status: number | null; stderr: string} {
  return spawnSync(process.execPath, args, {encoding: "utf8"});
}

describe("scripts/run.mjs", () => {
  it("knows files that are there", () => {
    expect(commands.length).toBeGreaterThan(8);
    for (const {file} of commands) expect([file, existsSync(`scripts/${file}`)]).toEqual([file, true]);
  });

  it("runs every script that package.json starts with Node", () => {
    const started = Object.values(manifest.scripts).flatMap((line) =>
      Array.from(
        line.matchAll(/\bnode (?!scripts\/node-version\.mjs)(\S+)(?: (\S+))?/g),
        ([, file, name]) => ({file, name})
      )
    );
    expect(started.length).toBeGreaterThan(8);
    for (const {file, name} of started) {
      expect(file).toBe("scripts/run.mjs");
      expect(commands.map((command) => command.name)).toContain(name);
    }
  });

  it("says which commands there are, and ends with 1", () => {
    const {status, stderr} = run("scripts/run.mjs", "server");
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^unknown command: server \(one of article-length, bench-schedule, fit-laws, freeze, .*\)\n$/
    );
  });

  it("hands the rest of the line to the command", () => {
    const {status, stderr} = run("scripts/run.mjs", "serve", "--folder", "nowhere");
    expect(status).toBe(1);
    expect(stderr).toBe("no built site: nowhere (expected index.html there; run npm run build)\n");
  });

  it("says that Node is too old, and ends with 1 before it loads anything", () => {
    const {status, stderr} = run("--import", older, "scripts/run.mjs", "serve");
    expect(status).toBe(1);
    expect(stderr).toBe(
      "node is too old: v24.21.0 (expected 22.22 or newer)\n".replace("v24.21.0", process.version)
    );
  });
});
