import {glob, readFile} from "node:fs/promises";
import type {Place} from "../../src/article/mdx.ts";
import {numeralsIn} from "./plain-numbers.ts";
import {passagesOf, type Passage} from "./prose-passages.ts";
import {faultsIn, type Fault} from "./prose-rules.ts";

/** Numbers that a section types, where a computed one is expected. What a fact beside is asked with may be plain. */
function typedNumbers({typed, asked}: Passage): Fault[] {
  return numeralsIn(typed, asked).map(({text, index}) => ({
    rule: "typed-number",
    reason: `typed number: ${text} (expected <Num fact="…">)`,
    index
  }));
}

// Reads the article’s prose for what a spelling checker doesn’t see; ends with 1 where a rule is broken.
let count = 0;
let faults = 0;
for await (const file of glob(["src/content/*/*.mdx", "*.md", ".github/*.md"])) {
  const language = file.endsWith(".mdx") ? "mdx" : "md";
  for (const passage of passagesOf(await readFile(file, "utf8"), language)) {
    count += 1;
    const report = ({rule, reason}: Fault, {line, column}: Place): void => {
      faults += 1;
      console.log(`${file}:${line}:${column} ${reason} [${rule}]`);
    };
    for (const fault of await faultsIn(passage.text)) report(fault, passage.placeOf(fault.index));
    if (language === "mdx")
      for (const fault of typedNumbers(passage)) report(fault, passage.typedPlaceOf(fault.index));
  }
}
console.log(`${count} passages, ${faults} faults`);
process.exitCode = count === 0 || faults > 0 ? 1 : 0;
