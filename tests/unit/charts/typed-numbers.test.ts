import {globSync, readFileSync} from "node:fs";
import {basename} from "node:path";
import {describe, expect, it} from "vitest";
import {typedNumbers, type Source} from "../../../scripts/prose/typed-numbers.ts";

const expected = "(expected a computed one, or a year, a name, a count in view or an axis value)";

/** Inputs that several charts have. */
const sharedInputs = read("src/marks/inputs.ts");

/** Each chart with all that is its own. */
const charts = globSync("src/charts/*.ts")
  .sort()
  .map((file) => {
    const name = basename(file, ".ts");
    return {name, sources: [file, ...globSync(`src/charts/${name}/**/*.ts`).sort()].map(read)};
  });

const rooms = globSync(["src/marks/*.ts", "src/analysis/**/*.ts"])
  .sort()
  .map((file) => ({name: file, sources: [read(file)]}));

const texts = [...charts, ...rooms];

function read(file: string): Source {
  return {file, text: readFileSync(file, "utf8")};
}

/** What is typed into files of a chart, whose inputs may be shared ones. */
function findingsIn(sources: readonly Source[]): string[] {
  const usesShared = sources.some(({text}) => text.includes("/marks/inputs.ts"));
  return typedNumbers(usesShared ? [...sources, sharedInputs] : sources).filter((finding) =>
    sources.some(({file}) => finding.startsWith(`${file}:`))
  );
}

describe("numbers in the texts of charts", () => {
  it("are looked for in every file", () => {
    const files = globSync(["src/charts/**/*.ts", "src/marks/**/*.ts", "src/analysis/**/*.ts"]);
    expect(texts.flatMap(({sources}) => sources.map(({file}) => file)).sort()).toEqual(files.sort());
    expect(charts.length).toBeGreaterThan(10);
  });

  it.each(texts)("are computed: $name", ({sources}) => {
    expect(findingsIn(sources)).toEqual([]);
  });

  it.each(charts)("would be found in the question of $name", ({sources}) => {
    const [chart, ...parts] = sources;
    expect(chart?.text).toMatch(/question: \{\s*en: ["`]/);
    if (!chart) return;
    const [before = ""] = chart.text.split(/(?<=question: \{\s*en: ["`])/);
    const text = `${before}After 2.665 nats, ${chart.text.slice(before.length)}`;
    const line = before.split("\n").length;
    expect(findingsIn([{file: chart.file, text}, ...parts])).toContain(
      `${chart.file}:${line}: number typed by hand: "2.665" ${expected}`
    );
  });
});

describe("typedNumbers(sources)", () => {
  const chart = (answer: string): Source[] => [
    {
      file: "src/charts/loss.ts",
      text: [
        'const inputs = {seen: {type: "choice", options: ["6M", "12M"], default: "6M"}} as const;',
        "const typed = 2.665;",
        "const least = 8e9;",
        "const isLarge = (size) => size > least;",
        "const summary = (state) => ({en: `The 7B ends at ${ended(state).toFixed(3)}.`});",
        "export default defineChart({",
        "  inputs,",
        "  states: {",
        `    seen: {inputs: {}, answer: ${answer}}`,
        "  }",
        "});"
      ].join("\n")
    }
  ];
  const found = (text: string): string =>
    `src/charts/loss.ts:9: number typed by hand: ${JSON.stringify(text)} ${expected}`;

  it("names a wrong number in an answer by file, line and value", () => {
    expect(typedNumbers(chart("{en: `It ends at ${formatNumber(last, {decimals: 3}, locale)}.`}"))).toEqual(
      []
    );
    expect(typedNumbers(chart('{en: "It ends at 2.665."}'))).toEqual([found("2.665")]);
  });

  it("lets a text name a bound that the chart computes with", () => {
    expect(typedNumbers(chart("{en: `From ${formatShort(least / 1e9, locale)} billion.`}"))).toEqual([]);
  });

  it("lets a text say what its inputs offer, to the digit", () => {
    expect(typedNumbers(chart('{en: "After 6 million sequences, or 12M."}'))).toEqual([]);
    expect(typedNumbers(chart('{en: "After 6.0 million sequences, or 13M."}'))).toEqual([
      found("6.0"),
      found("13M")
    ]);
  });

  it.each([
    ["`It ends at ${2.665}.`", "2.665"],
    ["`It ends at ${-2.665}.`", "-2.665"],
    ['`It ends at ${formatNumber(2.665, {decimals: 3}, "en")}.`', 'formatNumber(2.665, {decimals: 3}, "en")'],
    ["`It ends at ${(2 + 0.665).toFixed(3)}.`", "(2 + 0.665).toFixed(3)"],
    ['"It ends at " + formatShort(2.665, "en")', 'formatShort(2.665, "en")'],
    ['isHigh ? "2.665" : "lower"', "2.665"],
    ['`It is ${isHigh ? "2.665" : "lower"}.`', "2.665"],
    ["`It ends at ${isHigh ? 2.665 : low}.`", "isHigh ? 2.665 : low"],
    ['`It ends at ${Number("2.665")}.`', 'Number("2.665")'],
    ["`It ends at ${typed}.`", "typed"],
    ["`It ends at ${formatNumber(typed, locale)}.`", "formatNumber(typed, locale)"],
    ["`It ends at 2.665, the ${other} at ${low}.`", "2.665"]
  ])("finds a literal in %s", (text, literal) => {
    expect(typedNumbers(chart(`{en: ${text}}`))).toEqual([found(literal)]);
  });

  it("reads sentences that stand under no language yet, and no keys, dashes or imports", () => {
    expect(
      typedNumbers(chart('[isHigh ? "It ends at 2.665." : "", "8 3", "serve-10t", `end-${key}-2`]'))
    ).toEqual([found("2.665")]);
  });
});
