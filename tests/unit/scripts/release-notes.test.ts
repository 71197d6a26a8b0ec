import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import manifest from "../../../package.json" with {type: "json"};
import {changes} from "../../../src/article/changes.ts";

const tag = `v${manifest.version}`;

describe("scripts/release-notes.ts", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "release-notes-"));
  });
  afterEach(() => rmSync(folder, {recursive: true}));

  /** Runs the script in a folder that has a change log. */
  const notesOf = (
    args: readonly string[],
    cwd: string
  ): {status: number | null; out: string; err: string} => {
    const {status, stdout, stderr} = spawnSync(
      process.execPath,
      [resolve("scripts/release-notes.ts"), ...args],
      {cwd, encoding: "utf8"}
    );
    return {status, out: stdout, err: stderr};
  };

  it("prints every change of this edition, one line each", () => {
    const {status, out} = notesOf([tag], ".");
    const expected = changes.editions[0]?.groups.flatMap(({title, items}) => [
      `### ${title}`,
      ...items.map((item) => `- ${item}`)
    ]);
    expect(status).toBe(0);
    expect(out.split("\n").filter(Boolean)).toEqual(expected);
  });

  it("prints nothing of another edition", () => {
    writeFileSync(
      join(folder, "CHANGELOG.md"),
      `# Changes\n\n## 99.0.0 (2099-01-01)\n\n### Added\n\n- Newer.\n\n## ${manifest.version} (2026-11-24)\n\n` +
        "### Added\n\n- One\n  thing.\n- Another.\n\n### Corrections\n\n- None.\n\n## 0.0.1 (2026-01-01)\n\n### Added\n\n- Older.\n"
    );
    expect(notesOf([tag], folder)).toEqual({
      status: 0,
      out: "### Added\n\n- One thing.\n- Another.\n\n### Corrections\n\n- None.\n\n",
      err: ""
    });
  });

  it("fails where the change log doesn’t have the version", () => {
    writeFileSync(
      join(folder, "CHANGELOG.md"),
      "# Changes\n\n## 99.0.0 (2099-01-01)\n\n### Added\n\n- Newer.\n"
    );
    const {status, out, err} = notesOf([tag], folder);
    expect({status, out}).toEqual({status: 1, out: ""});
    expect(err).toContain(`no edition in the change log: ${manifest.version} (expected one of 99.0.0)`);
  });

  it.each([["v99.0.0"], [manifest.version], [`${tag}-rc.1`], [""]])("refuses the tag “%s”", (wrong) => {
    const {status, out, err} = notesOf([wrong], ".");
    expect({status, out}).toEqual({status: 1, out: ""});
    expect(err).toContain(`wrong tag: ${wrong} (expected ${tag}, as package.json has the version)`);
  });
});
