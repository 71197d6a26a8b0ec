import {glob, readFile} from "node:fs/promises";
import {passagesOf} from "./prose-passages.ts";
import {faultsIn} from "./prose-rules.ts";

// Reads the article’s prose for what a spelling checker doesn’t see; ends with 1 where a rule is broken.
let count = 0;
let faults = 0;
for await (const file of glob(["src/content/*/*.mdx", "*.md", ".github/*.md"])) {
  for (const {text, placeOf} of passagesOf(
    await readFile(file, "utf8"),
    file.endsWith(".mdx") ? "mdx" : "md"
  )) {
    count += 1;
    for (const {rule, reason, index} of await faultsIn(text)) {
      faults += 1;
      const {line, column} = placeOf(index);
      console.log(`${file}:${line}:${column} ${reason} [${rule}]`);
    }
  }
}
console.log(`${count} passages, ${faults} faults`);
process.exitCode = count === 0 || faults > 0 ? 1 : 0;
