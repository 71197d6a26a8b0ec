import {spawnSync} from "node:child_process";
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, relative, resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fillSection, fillTexts} from "./filled.ts";
import {findEnglish} from "./english.ts";
import {trueTypeFaces} from "../../src/export/fonts.ts";
import {overflow} from "./overflow.ts";
import {pseudo, unaccentuate} from "./pseudo.ts";

const [first, added] = ["en", "en-XA"];
const list = "src/core/i18n/locale.ts";

/** A copy of the project that is given one more language, without its tests and the files of figures, which take long. */
let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "past-chinchilla-pseudo-"));
  const isLeft = /^(?:node_modules|\.git|\.cache|\.astro|dist|test-results|tests)(?:\/|$)/;
  cpSync(".", copy, {recursive: true, filter: (source) => !isLeft.test(source)});
  rmSync(join(copy, "src/pages/[...locale]/charts/[chart]/[state].[kind].ts"));
  rmSync(join(copy, "src/pages/[...locale]/charts/manifest.json.ts"));
  mkdirSync(".cache", {recursive: true});
  for (const name of ["node_modules", ".cache"]) symlinkSync(resolve(name), join(copy, name));
  edit(list, (text) => text.replace(`["${first}"]`, `["${first}", "${added}"]`));
});
afterAll(() => rmSync(copy, {recursive: true}));

function edit(file: string, change: (text: string) => string): void {
  const path = join(copy, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

function astro(command: string): {status: number | null; output: string} {
  const {status, stdout, stderr} = spawnSync("node_modules/.bin/astro", [command], {
    cwd: copy,
    encoding: "utf8",
    // Every text that lacks the language is an error.
    maxBuffer: 1e8,
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: "1",
      NO_COLOR: "1",
      NODE_ENV: "production",
      VITEST: undefined
    }
  });
  return {status, output: stdout + stderr};
}

describe("a language that is added to the list", () => {
  it("is a compile error for every text that lacks it", () => {
    const {status, output} = astro("check");
    expect(status).toBe(1);
    expect(output).toMatch(new RegExp(`Property '"${added}"' is missing`));
    for (const room of ["core/i18n/strings.ts", "charts/loss.ts", "data/llama-runs.ts", "laws/chinchilla.ts"])
      expect(output).toContain(`src/${room}`);
  });

  it("is all there once each text has it, and nothing else needs a change", () => {
    // With a tag whose dates have no English in them.
    cpSync("tests/pseudo/pseudo.ts", join(copy, "src/core/i18n/pseudo.ts"));
    edit(list, (text) => text.replace(`{${first}: "en-GB"}`, `{${first}: "en-GB", "${added}": "ja-JP"}`));
    for (const file of globSync("src/**/*.ts", {cwd: copy})) {
      if (file === list) continue;
      const from = relative(dirname(file), "src/core/i18n/pseudo.ts");
      edit(file, (text) => fillTexts(text, first, added, from.startsWith(".") ? from : `./${from}`));
    }
    const [own, other] = [first, added].map((locale) => join(copy, "src/content", locale)) as [
      string,
      string
    ];
    mkdirSync(other);
    for (const name of readdirSync(own))
      writeFileSync(join(other, name), fillSection(readFileSync(join(own, name), "utf8")));
    expect(astro("check").output).toMatch(/\b0 errors/);
    const {status, output} = astro("build");
    expect(output).toContain("Complete!");
    expect(status).toBe(0);
  });

  it("leaves no English on its pages but what is marked as such", () => {
    const site = join(copy, "dist", added.toLowerCase());
    const pages = globSync("**/*.html", {cwd: site}).filter((page) => page !== "past-chinchilla.html");
    expect(pages.length).toBeGreaterThan(100);
    const found = pages.flatMap((page) =>
      findEnglish(readFileSync(join(site, page), "utf8")).map((text) => `${page}: ${text}`)
    );
    expect([...new Set(found)]).toEqual([]);
  });
});

describe("the drawings of that language", () => {
  it("have room for every label", async () => {
    const drawings = globSync("dist/*/drawings/*/*.svg", {cwd: copy});
    expect(drawings.length).toBeGreaterThan(150);
    const faces = await trueTypeFaces();
    const left = drawings.flatMap((file) => {
      const width = file.endsWith(".narrow.svg") ? "narrow" : "wide";
      const px = overflow(readFileSync(join(copy, file), "utf8"), width, faces);
      return px > 1 ? [`${file}: ${px.toFixed(0)} px outside`] : [];
    });
    expect(left).toEqual([]);
  });
});

describe("the machine", () => {
  it("pseudo(text) has 40% more characters, keeps placeholders and digits", () => {
    expect(pseudo("Step {n} of 12")).toMatch(/^Šţéþ \{n\} óƒ 12/);
    expect(pseudo("Training loss").length).toBe(19);
    expect(unaccentuate(pseudo("Training loss"))).toBe("Training lossoooooo");
    expect(unaccentuate(pseudo(`${pseudo("Training")} loss`))).toBe("Trainingoooo lossoo");
  });

  it("fillTexts(program) adds the language to each text", () => {
    expect(fillTexts("const a = {en: `x ${b}`};", "en", "xx", "./pseudo.ts")).toBe(
      'import {pseudo} from "./pseudo.ts";\nconst a = {en: `x ${b}`, "xx": pseudo(`x ${b}`)};'
    );
    expect(fillTexts("const a = 1;", "en", "xx", "./pseudo.ts")).toBe("const a = 1;");
  });

  it("findEnglish(page) finds what isn't marked", () => {
    const page = (body: string): string => `<html lang="en-XA"><body>${body}</body></html>`;
    expect(findEnglish(page("<p>Some words</p>"))).toEqual(["Some words"]);
    expect(findEnglish(page('<p aria-label="Some words">ŵóŕðš</p>'))).toEqual(["Some words"]);
    expect(findEnglish(page('<p lang="en">Some words</p><code>some code</code>'))).toEqual([]);
  });
});
