import {
  attributeOf,
  childrenOf,
  frontmatterOf,
  isComponent,
  parseMarkdown,
  parseMdx,
  startOf,
  type Node,
  type Place
} from "../../src/article/mdx.ts";

/** A run of prose without its markup, and where its characters stand in the file. */
export interface Passage {
  readonly text: string;
  /** Line and column of a character, both from 1. */
  readonly placeOf: (index: number) => Place;
}

/** A piece of a passage, from one place of the file on. */
interface Piece {
  readonly text: string;
  readonly place: Place;
}

/** What holds a run of text. */
const blocks = ["paragraph", "heading", "tableCell"];

/** Attributes that hold prose, by component. */
const spoken: Readonly<Record<string, string>> = {Claim: "says"};

/** What frontmatter prints. */
const printed = ["title", "standfirst"];

/**
 * The prose of a text: its paragraphs, headings and notes, what its components say, and what its frontmatter prints.
 * Formulas stand in it as the letters and digits of their TeX; citations and code don’t.
 */
export function passagesOf(source: string, language: "mdx" | "md"): Passage[] {
  const root = language === "mdx" ? parseMdx(source) : parseMarkdown(source);
  const fields = frontmatterOf(root);
  const frontmatter = printed.map((name) => fields.get(name)).filter((field) => field !== undefined);
  return [...frontmatter.map((field) => passage([field])), ...passagesIn(root)].filter(
    ({text}) => text.trim() !== ""
  );
}

function passagesIn(node: Node): Passage[] {
  const own = spokenPassage(node);
  if (!blocks.includes(node.type)) return [...own, ...childrenOf(node).flatMap(passagesIn)];
  return [passage(piecesOf(node)), ...notesIn(node)];
}

function notesIn(node: Node): Passage[] {
  return childrenOf(node).flatMap((child) =>
    isComponent(child) && child.name === "Note"
      ? [passage(childrenOf(child).flatMap(piecesOf))]
      : notesIn(child)
  );
}

function piecesOf(node: Node): Piece[] {
  const place = startOf(node);
  switch (node.type) {
    case "text":
      return [{text: node.value, place}];
    case "inlineMath":
      return [{text: node.value.replace(/[^\w ]/g, ""), place}];
    case "inlineCode":
      // With a capital, or it would join two sentences.
      return [{text: "Code", place}];
    case "mdxTextExpression":
      // Only a space that would be lost at the end of a line.
      return [{text: " ", place}];
    case "mdxJsxTextElement":
      if (node.name === "Note" || node.name === "Cite") return [];
  }
  return childrenOf(node).flatMap(piecesOf);
}

function spokenPassage(node: Node): Passage[] {
  const name = isComponent(node) ? spoken[node.name ?? ""] : undefined;
  const text = isComponent(node) && name !== undefined ? attributeOf(node, name) : undefined;
  return text === undefined ? [] : [passage([{text, place: startOf(node)}])];
}

function passage(pieces: readonly Piece[]): Passage {
  const text = pieces.map((piece) => piece.text).join("");
  const placeOf = (index: number): Place => {
    let start = 0;
    for (const {text: own, place} of pieces) {
      if (index < start + own.length) {
        const before = own.slice(0, index - start);
        const lines = before.split("\n").length - 1;
        return lines === 0
          ? {line: place.line, column: place.column + index - start}
          : {line: place.line + lines, column: before.length - before.lastIndexOf("\n")};
      }
      start += own.length;
    }
    return pieces.at(-1)?.place ?? {line: 1, column: 1};
  };
  return {text, placeOf};
}
