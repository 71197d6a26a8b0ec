import ts from "typescript";
import {accentuate} from "./pseudo.ts";

/**
 * A program in which each text that is written down by language, `{en: …}`, has one more language, made by `pseudo`.
 *
 * @param from where the module of `pseudo` is, as the program imports it
 */
export function fillTexts(program: string, first: string, added: string, from: string): string {
  const source = ts.createSourceFile("a.ts", program, ts.ScriptTarget.Latest, true);
  const edits: {at: number; text: string}[] = [];
  const visit = (node: ts.Node): void => {
    // From the inside out: a text may hold another.
    ts.forEachChild(node, visit);
    if (ts.isPropertyAssignment(node) && node.name.getText() === first)
      edits.push({at: node.end, text: `, "${added}": pseudo(${node.initializer.getText()})`});
  };
  visit(source);
  if (edits.length === 0) return program;
  const filled = edits
    .sort((a, b) => b.at - a.at)
    .reduce((text, {at, text: more}) => text.slice(0, at) + more + text.slice(at), program);
  return `import {pseudo} from "${from}";\n${filled}`;
}

/** What of a section is no prose: numbers, sizes, formulas, code, addresses, expressions; and tags. */
const kept =
  /<Num[^>]*>[^]*?<\/Num>|<Size[^>]*>[^]*?<\/Size>|\$\$[^]*?\$\$|\$[^$\n]+\$|`[^`]*`|\]\([^)]*\)|\{[^}]*\}|<[^>]+>/g;

/** A section of the article with its title, standfirst, prose and claims accentuated. */
export function fillSection(mdx: string): string {
  const [, head = "", body = ""] = /^---\n([^]*?)\n---\n([^]*)$/.exec(mdx) ?? [];
  const frontmatter = head.replace(
    /^(title|standfirst): (.*)$/gm,
    (_, name: string, text: string) => `${name}: ${accentuate(text)}`
  );
  let filled = "";
  let at = 0;
  for (const {index, 0: part} of body.matchAll(kept)) {
    filled += accentuate(body.slice(at, index)) + withClaim(part);
    at = index + part.length;
  }
  return `---\n${frontmatter}\n---\n${filled}${accentuate(body.slice(at))}`;
}

function withClaim(tag: string): string {
  return tag.replace(/\bsays="([^"]*)"/, (_, says: string) => `says="${accentuate(says)}"`);
}
