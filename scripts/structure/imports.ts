import {parse} from "@astrojs/compiler-rs";
import {cruise, type ICruiseResult} from "dependency-cruiser";
import {globSync} from "node:fs";
import {mkdir, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join, posix, relative} from "node:path";
import {roomOf, type Room} from "./rooms.ts";

/** An import that a rule forbids, e.g. from a room to one after it. */
export interface Violation {
  readonly rule: "direction" | "circle" | "page-scripts" | "unknown-room" | "node" | "plot";
  readonly from: string;
  readonly to: string;
  /** The way from one to the other, where it is longer than a step. */
  readonly via: readonly string[];
}

/** What a page's script must never reach: it is of the build. */
const buildOnly = ["src/core/node", "src/facts", "src/article", "src/export"];

/** The first room that draws; what comes before it knows Plot by its types at most. */
const firstDrawing = "src/marks";

/** Files that Astro looks for beside the rooms. */
const ofAstro = ["src/content.config.ts", "src/env.d.ts"];

/** What runs in browsers; scripts within `.astro` files come besides. */
const inBrowsers = ["src/browser", "src/charts"];

const astroScript = ".astro.script.ts";

/**
 * Imports of a project's code that its order of rooms forbids, those of types and of globs included.
 *
 * dependency-cruiser reads neither `.astro` files nor `import.meta.glob`. It is handed a copy of the tree in which an
 * `.astro` file is a module of its imports, its scripts are another, and globs are imports of what they match.
 *
 * @param root the project's folder
 * @param rooms in their order, as `roomsOf` reads them
 */
export async function violationsIn(root: string, rooms: readonly Room[]): Promise<Violation[]> {
  const copy = await mkdtemp(join(tmpdir(), "rooms-"));
  try {
    const files = globSync("{src,integrations,scripts}/**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx,astro}", {
      cwd: root
    });
    for (const file of files) await copyImports(root, copy, file);
    const {output} = await cruise(["."], {
      baseDir: copy,
      tsPreCompilationDeps: "specify",
      validate: true,
      ruleSet: {forbidden: forbiddenBy(rooms)}
    });
    return [
      ...files
        .filter((file) => !roomOf(file, rooms) && !ofAstro.includes(file))
        .map((file): Violation => ({rule: "unknown-room", from: file, to: "", via: []})),
      ...(output as ICruiseResult).summary.violations.map(({rule, from, to, via, cycle}): Violation => ({
        rule: rule.name as Violation["rule"],
        from: sourceOf(from),
        to: sourceOf(to),
        via: [...(via ?? []), ...(cycle ?? [])].map(({name}) => sourceOf(name))
      }))
    ];
  } finally {
    await rm(copy, {recursive: true});
  }
}

type Rules = NonNullable<NonNullable<NonNullable<Parameters<typeof cruise>[1]>["ruleSet"]>["forbidden"]>;

function forbiddenBy(rooms: readonly Room[]): Rules {
  const paths = rooms.map(({path}) => path);
  return [
    ...paths.flatMap((path, index) => {
      const later = paths.slice(index + 1);
      return later.length === 0
        ? []
        : [
            {
              name: "direction",
              severity: "error" as const,
              from: ownFiles(path, paths),
              to: {path: within(later)}
            }
          ];
    }),
    ...rooms
      .filter(({runs}) => runs === "both" || runs === "browser")
      .map(({path}) => ({
        name: "node",
        severity: "error" as const,
        from: ownFiles(path, paths),
        to: {dependencyTypes: ["core" as const]}
      })),
    ...paths.slice(0, paths.indexOf(firstDrawing)).map((path) => ({
      name: "plot",
      severity: "error" as const,
      from: ownFiles(path, paths),
      to: {path: "^@observablehq/plot", preCompilationOnly: false}
    })),
    {name: "circle", severity: "error", from: {}, to: {circular: true}},
    {
      name: "page-scripts",
      severity: "error",
      from: {path: [within(inBrowsers), `${escaped(astroScript)}$`]},
      to: {path: within(buildOnly), reachable: true}
    }
  ];
}

/** What stands in a room: a room within it is one of its own. */
function ownFiles(
  path: string,
  paths: readonly string[]
): {readonly path: string; readonly pathNot?: string} {
  const inner = paths.filter((other) => other.startsWith(`${path}/`));
  return {path: within([path]), ...(inner.length > 0 ? {pathNot: within(inner)} : {})};
}

function within(paths: readonly string[]): string {
  return `^(?:${paths.map(escaped).join("|")})(?:/|$)`;
}

function escaped(text: string): string {
  return text.replaceAll(".", String.raw`\.`);
}

/** The file of the project that a file of the copy stands for. */
function sourceOf(file: string): string {
  return file.replace(/\.astro(?:\.script)?\.ts$/, ".astro");
}

async function copyImports(root: string, copy: string, file: string): Promise<void> {
  const text = await readFile(join(root, file), "utf8");
  const write = async (name: string, code: string): Promise<void> => {
    await mkdir(dirname(join(copy, name)), {recursive: true});
    await writeFile(join(copy, name), code);
  };
  if (!file.endsWith(".astro")) {
    await write(file, pointedAtCopies(text) + globImports(root, file, text) + addressImports(text));
    return;
  }
  const {ofBuild, ofScripts} = importsOf(text);
  await write(`${file}.ts`, pointedAtCopies(written(ofBuild)));
  await write(file.replace(/\.astro$/, astroScript), pointedAtCopies(written(ofScripts)));
}

function written(imports: readonly string[]): string {
  return imports.map((name) => `import ${JSON.stringify(name)};`).join("\n");
}

/** What an `.astro` file imports: its build, and its scripts. */
export function importsOf(astro: string): {readonly ofBuild: string[]; readonly ofScripts: string[]} {
  const found = {ofBuild: new Array<string>(), ofScripts: new Array<string>()};
  const visit = (node: object, list: string[]): void => {
    const type = "type" in node ? node.type : undefined;
    const inner = type === "AstroScript" ? found.ofScripts : list;
    if (/^(?:Import|Export\w+)(?:Declaration|Expression)$/.test(String(type)) && "source" in node)
      list.push(...literalIn(node.source));
    // `<script src>`: Astro bundles what a path that begins with a dot names.
    if (type === "JSXAttribute" && "value" in node)
      found.ofScripts.push(...literalIn(node.value).filter((value) => /^\..*\.[cm]?[jt]sx?$/.test(value)));
    for (const child of Object.values(node) as unknown[])
      if (typeof child === "object" && child !== null) visit(child, inner);
  };
  visit(parse(astro).ast, found.ofBuild);
  return found;
}

function literalIn(source: unknown): string[] {
  return typeof source === "object" && source !== null && "value" in source ? [String(source.value)] : [];
}

function pointedAtCopies(code: string): string {
  return code.replace(/(from |import )("[^"]+\.astro)"/g, '$1$2.ts"');
}

/** What globs match, as imports: one pattern or a list of them. */
function globImports(root: string, file: string, code: string): string {
  const folder = dirname(file);
  const globs = code.matchAll(/import\.meta\.glob\s*(?:<[^(]*>)?\(\s*(\[[^\]]*\]|"[^"]*"|'[^']*'|`[^`]*`)/g);
  return Array.from(globs, ([, patterns = ""]) =>
    Array.from(patterns.matchAll(/["'`]([^"'`]+)["'`]/g), ([, pattern = ""]) =>
      globSync(posix.join(folder, pattern), {cwd: root})
        .filter((match) => /\.(?:[cm]?[jt]sx?|astro)$/.test(match))
        .map((match) => `\nimport "./${relative(folder, match)}${match.endsWith(".astro") ? ".ts" : ""}";`)
        .join("")
    ).join("")
  ).join("");
}

/** Modules that are named by their address, as workers are, as imports. */
function addressImports(code: string): string {
  return Array.from(
    code.matchAll(/new URL\(\s*["'](\.[^"']+\.[cm]?[jt]sx?)["'],\s*import\.meta\.url/g),
    ([, address = ""]) => `\nimport "${address}";`
  ).join("");
}
