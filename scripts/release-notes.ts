import {readFile} from "node:fs/promises";
import manifest from "../package.json" with {type: "json"};
import {editionOf, parseChanges} from "../src/article/change-log.ts";

// Prints what came with the edition of a tag, as Markdown; ends with 1 where the tag isn’t this version’s, or the
// change log in the working folder doesn’t have it. It imports no package, so that it runs before any is installed.
const {version} = manifest;
const [tag = ""] = process.argv.slice(2);
if (tag !== `v${version}`)
  throw new Error(`wrong tag: ${tag} (expected v${version}, as package.json has the version)`);
const {groups} = editionOf(parseChanges(await readFile("CHANGELOG.md", "utf8")), version);
// An item is one line, because a release shows every line break of its text.
for (const {title, items} of groups)
  console.log([`### ${title}`, "", ...items.map((item) => `- ${item}`), ""].join("\n"));
