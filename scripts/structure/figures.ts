import {parse} from "@astrojs/compiler-rs";
import {globSync, readFileSync} from "node:fs";
import {basename, dirname, extname, join} from "node:path";
import {median} from "simple-statistics";
import ts from "typescript";

/** A figure of the project's structure, and the most that it may be. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  /** What stands behind it, e.g. the largest folder. */
  readonly where: string;
}

/** A file of code and what is counted in it. */
interface CodeFile {
  readonly path: string;
  readonly lines: number;
  /** Expressions that end in `!`. */
  readonly assertions: number;
  /** Expressions with `as`, but for `as const`. */
  readonly casts: number;
  /** Whether its first comment says why it is long. */
  readonly isLongForAReason: boolean;
}

const longest = 250;
/** Rooms in which a file's name is an id: a chart, a dataset and a fact of one id are one thing. */
const namedById = ["src/charts", "src/data", "src/facts", "src/laws", "src/schedules"];

/** The figures of a project's structure, but for those of its imports. */
export function figuresOf(root: string): Figure[] {
  const files = globSync("{src,integrations,scripts}/**/*.{ts,js,mjs,astro}", {cwd: root}).map((path) =>
    codeFile(path, readFileSync(join(root, path), "utf8"))
  );
  const lines = sumOf(files, (file) => file.lines);
  const perThousand = (count: number): number => Math.round((1e4 * count) / lines) / 10;
  const assertions = sumOf(files, (file) => file.assertions);
  const casts = sumOf(files, (file) => file.casts);
  const folders = Map.groupBy(files, ({path}) => dirname(path));
  const [largest, inLargest] = maximum([...folders], ([, inside]) => inside.length);
  const twice = namesOfTwoThings(files.map(({path}) => path));
  const tooLong = files.filter((file) => file.lines > longest && !file.isLongForAReason);
  return [
    {name: "code files in the largest folder", value: inLargest.length, limit: 30, where: largest},
    {name: "`!`", value: assertions, limit: 59, where: most(files, "assertions")},
    {name: "`!` per 1,000 lines", value: perThousand(assertions), limit: 3, where: ""},
    {name: "`as`", value: casts, limit: 59, where: most(files, "casts")},
    {name: "`as` per 1,000 lines", value: perThousand(casts), limit: 4, where: ""},
    {name: "names of two things", value: twice.length, limit: 3, where: twice.join(", ")},
    {name: "lines of the median file", value: median(files.map((file) => file.lines)), limit: 80, where: ""},
    {
      name: `files over ${longest} lines without a reason`,
      value: tooLong.length,
      limit: 0,
      where: tooLong.map(({path}) => path).join(", ")
    }
  ];
}

function sumOf(files: readonly CodeFile[], valueOf: (file: CodeFile) => number): number {
  return files.reduce((sum, file) => sum + valueOf(file), 0);
}

function most(files: readonly CodeFile[], kind: "assertions" | "casts"): string {
  const file = maximum(files, (each) => each[kind]);
  return `${file[kind]} in ${file.path}`;
}

function maximum<T>(items: readonly T[], valueOf: (item: T) => number): T {
  return items.reduce((best, item) => (valueOf(item) > valueOf(best) ? item : best));
}

/** Names that files of two folders have, each for a thing of its own. The names of pages are Astro's. */
function namesOfTwoThings(paths: readonly string[]): string[] {
  const named = paths.filter((path) => !path.startsWith("src/pages/"));
  return [...Map.groupBy(named, (path) => basename(path, extname(path)))].flatMap(([name, sharing]) => {
    const others = sharing.filter((path) => !namedById.includes(dirname(path)));
    return others.length > 1 || (others.length === 1 && sharing.length > 1) ? [name] : [];
  });
}

function codeFile(path: string, text: string): CodeFile {
  const counts = path.endsWith(".astro") ? astroCounts(text) : typeScriptCounts(text);
  return {
    path,
    lines: text.split("\n").length - 1,
    ...counts,
    isLongForAReason: /^(?:\/\/|\/\*\*?)[^\n]*\blong because\b/.test(text)
  };
}

function typeScriptCounts(text: string): Pick<CodeFile, "assertions" | "casts"> {
  const counts = {assertions: 0, casts: 0};
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (ts.isNonNullExpression(node)) counts.assertions += 1;
    if (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) counts.casts += 1;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return counts;
}

function astroCounts(text: string): Pick<CodeFile, "assertions" | "casts"> {
  const counts = {assertions: 0, casts: 0};
  const visit = (node: object): void => {
    const type = "type" in node ? node.type : undefined;
    if (type === "TSNonNullExpression") counts.assertions += 1;
    if (type === "TSAsExpression" && !JSON.stringify(node).includes('"name":"const"')) counts.casts += 1;
    for (const child of Object.values(node) as unknown[])
      if (typeof child === "object" && child !== null) visit(child);
  };
  visit(parse(text).ast);
  return counts;
}
