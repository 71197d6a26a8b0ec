import {
  attributeOf,
  childrenOf,
  componentsIn,
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
  /**
   * The same text with blanks for what the build computes or checks: numbers in `<Num>` and sizes; formulas and code as
   * they are written, but for their digits that stand alone.
   */
  readonly typed: string;
  /** Numbers that facts are asked with in the same paragraph, step or claim, e.g. `"800"`. */
  readonly asked: readonly string[];
  /** Line and column of a character of `text`, both from 1; and of one of `typed`. */
  readonly placeOf: (index: number) => Place;
  readonly typedPlaceOf: (index: number) => Place;
}

/** A piece of a passage, from one place of the file on. */
interface Piece {
  readonly text: string;
  readonly place: Place;
  /** What of it is typed by hand, where that is another text. */
  readonly typed?: string;
}

/** What holds a run of text. */
const blocks = ["paragraph", "heading", "tableCell"];

/** Components whose numbers belong together. */
const scopes = ["Step", "Claim"];

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
  return [...frontmatter.map((field) => passage([field], [])), ...passagesIn(root)].filter(
    ({text}) => text.trim() !== ""
  );
}

function passagesIn(node: Node, around?: readonly string[]): Passage[] {
  const asked = around ?? (isScope(node) ? askedIn(node) : undefined);
  const own = spokenPassage(node, asked ?? []);
  if (!isBlock(node)) return [...own, ...childrenOf(node).flatMap((child) => passagesIn(child, asked))];
  return [...own, passage(childrenOf(node).flatMap(piecesOf), asked ?? []), ...notesIn(node, asked ?? [])];
}

/** Whether the facts that a node asks for say what the numbers in it are. */
function isScope(node: Node): boolean {
  return isComponent(node) ? scopes.includes(node.name ?? "") : isBlock(node);
}

/** Whether a node holds a run of text; a component on a line of its own may, without a paragraph. */
function isBlock(node: Node): boolean {
  return (
    blocks.includes(node.type) || (isComponent(node) && childrenOf(node).some(({type}) => type === "text"))
  );
}

function askedIn(node: Node): string[] {
  const words = componentsIn(node, "Num").flatMap((number) => attributeOf(number, "fact")?.split(" ") ?? []);
  return words.filter((word) => Number.isFinite(Number(word)));
}

function notesIn(node: Node, asked: readonly string[]): Passage[] {
  return childrenOf(node).flatMap((child) =>
    isComponent(child) && child.name === "Note"
      ? [passage(childrenOf(child).flatMap(piecesOf), asked)]
      : notesIn(child, asked)
  );
}

/** A digit that is no part of a longer number: an exponent, an index, a factor. */
const loneDigit = /(?<![\d.,])\d(?![\d.,]*\d)/g;

function piecesOf(node: Node): Piece[] {
  const place = startOf(node);
  switch (node.type) {
    case "text":
      return [{text: node.value, place}];
    case "inlineMath":
      return [{text: node.value.replace(/[^\w ]/g, ""), place, typed: node.value.replace(loneDigit, "")}];
    case "inlineCode":
      // With a capital, or it would join two sentences.
      return [{text: "Code", place, typed: node.value.replace(loneDigit, "")}];
    case "mdxTextExpression":
      // Only a space that would be lost at the end of a line.
      return [{text: " ", place}];
    case "mdxJsxTextElement":
      if (node.name === "Note" || node.name === "Cite") return [];
      if (node.name === "Num" || node.name === "Size")
        return node.children.flatMap(piecesOf).map((piece) => ({...piece, typed: ""}));
  }
  return childrenOf(node).flatMap(piecesOf);
}

function spokenPassage(node: Node, asked: readonly string[]): Passage[] {
  const name = isComponent(node) ? spoken[node.name ?? ""] : undefined;
  const text = isComponent(node) && name !== undefined ? attributeOf(node, name) : undefined;
  return text === undefined ? [] : [passage([{text, place: startOf(node)}], asked)];
}

function passage(pieces: readonly Piece[], asked: readonly string[]): Passage {
  const read = pieces.map(({text}) => text);
  // A blank at least, or what stands on both sides would be one word.
  const typed = pieces.map(({text, typed: written = text}) => written || " ");
  const places = pieces.map(({place}) => place);
  return {
    text: read.join(""),
    typed: typed.join(""),
    asked,
    placeOf: (index) => placeIn(read, places, index),
    typedPlaceOf: (index) => placeIn(typed, places, index)
  };
}

/** Where a character of joined pieces stands in the file. */
function placeIn(texts: readonly string[], places: readonly Place[], index: number): Place {
  let start = 0;
  for (const [nth, own] of texts.entries()) {
    const place = places[nth];
    if (place && index < start + own.length) {
      const before = own.slice(0, index - start);
      const lines = before.split("\n").length - 1;
      return lines === 0
        ? {line: place.line, column: place.column + index - start}
        : {line: place.line + lines, column: before.length - before.lastIndexOf("\n")};
    }
    start += own.length;
  }
  return places.at(-1) ?? {line: 1, column: 1};
}
