import {readFileSync} from "node:fs";
import path from "node:path";
import ts from "typescript";
import {describe, expect, it} from "vitest";

const sound = "src/data/chinchilla-figure-2.ts";
const text = readFileSync(sound, "utf8");

/** Each a slip of the pen in the file of a dataset: what stands there, what is written instead, and what is expected. */
const slips = [
  ['unit: "nat/token"', 'unit: "nats/tokne"', '"nat/token"'],
  ['unit: "FLOPs"', 'unit: "stpes"', '"steps"'],
  ["decimals: 4,", 'decimals: "4",', "'number'"],
  ['key: ["parameters", "flops"]', 'key: ["parameter", "flops"]', '"parameters"'],
  ['ascending: {field: "flops"', 'ascending: {field: "flop"', '"flops"'],
  ['within: ["parameters"]', 'within: ["size"]', '"parameters"'],
  ['method: "digitised"', 'method: "digitized"', '"digitised"'],
  ['licence: {id: "facts"}', 'licence: {id: "fact"}', '"facts"']
] as const;

/** What the compiler says of a dataset's file for each of some texts. */
function complaints(texts: readonly string[]): readonly (readonly ts.Diagnostic[])[] {
  const root = process.cwd();
  const {config} = ts.readConfigFile("tsconfig.json", (file) => ts.sys.readFile(file)) as {config: object};
  const {options} = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const files = texts.map((_, index) => path.join(root, sound.replace(".ts", `-${index}.ts`)));
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const textOf = (file: string): string | undefined => texts[files.indexOf(file)] ?? readFile(file);
  const program = ts.createProgram({
    rootNames: [...files, path.join(root, "src/env.d.ts")],
    options,
    host: {
      ...host,
      fileExists: (file) => files.includes(file) || host.fileExists(file),
      readFile: textOf,
      getSourceFile: (file, language) => {
        const found = textOf(file);
        return found === undefined ? undefined : ts.createSourceFile(file, found, language);
      }
    }
  });
  return files.map((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  });
}

describe("defineDataset({…})", () => {
  const [ofSound, ...ofSlips] = complaints([text, ...slips.map(([from, to]) => text.replace(from, to))]);

  it("compiles where no pen slipped", () => {
    expect(ofSound).toEqual([]);
  });

  it.each(slips)("%s does not compile as %s", (from, to, expected) => {
    const said = ofSlips[slips.findIndex((slip) => slip[1] === to)];
    const line = text.replace(from, to).slice(0, text.indexOf(from)).split("\n").length;
    const [first] = said ?? [];
    expect(first && ts.flattenDiagnosticMessageText(first.messageText, "\n")).toContain(expected);
    expect(first?.file && first.file.getLineAndCharacterOfPosition(first.start ?? 0).line + 1).toBe(line);
  });
});
