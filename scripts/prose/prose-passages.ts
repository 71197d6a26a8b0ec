import {markdownToMdast, mdxToMdast} from "satteri";
import {parse} from "yaml";

/** A run of prose without its markup, and where its characters stand in the file. */
export interface Passage {
  readonly text: string;
  /** Line and column of a character, both from 1. */
  readonly placeOf: (index: number) => Place;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A piece of a passage, from one place of the file on. */
interface Piece {
  readonly text: string;
  readonly place: Place;
}

interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly attributes?: readonly {readonly name?: string; readonly value?: unknown}[];
  readonly children?: readonly Node[];
  readonly position?: {readonly start: Place} | undefined;
}

const options = {features: {math: true, smartPunctuation: false}} as const;

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
  const root = language === "mdx" ? mdxToMdast(source, options) : markdownToMdast(source, options);
  return passagesIn(root as Node).filter(({text}) => text.trim() !== "");
}

function passagesIn(node: Node): Passage[] {
  if (node.type === "yaml") return frontmatterPassages(node);
  const own = spokenPassage(node);
  if (!blocks.includes(node.type)) return [...own, ...(node.children ?? []).flatMap(passagesIn)];
  return [passage(piecesOf(node)), ...notesIn(node)];
}

function notesIn({children = []}: Node): Passage[] {
  return children.flatMap((child) =>
    child.name === "Note" ? [passage((child.children ?? []).flatMap(piecesOf))] : notesIn(child)
  );
}

function piecesOf(node: Node): Piece[] {
  const place = node.position!.start;
  switch (node.type) {
    case "text":
      return [{text: node.value!, place}];
    case "inlineMath":
      return [{text: node.value!.replace(/[^\w ]/g, ""), place}];
    case "inlineCode":
      // With a capital, or it would join two sentences.
      return [{text: "Code", place}];
    case "mdxTextExpression":
      // Only a space that would be lost at the end of a line.
      return [{text: " ", place}];
    case "mdxJsxTextElement":
      if (node.name === "Note" || node.name === "Cite") return [];
  }
  return (node.children ?? []).flatMap(piecesOf);
}

function spokenPassage({name, attributes = [], position}: Node): Passage[] {
  const said = attributes.find((attribute) => attribute.name === spoken[name ?? ""]);
  return typeof said?.value === "string" ? [passage([{text: said.value, place: position!.start}])] : [];
}

function frontmatterPassages({value, position}: Node): Passage[] {
  const lines = value!.split("\n");
  const fields = parse(value!) as Record<string, unknown>;
  return printed.flatMap((name) => {
    const text = fields[name];
    if (typeof text !== "string") return [];
    const index = lines.findIndex((line) => line.startsWith(`${name}:`));
    // The first line is the fence.
    const place = {line: position!.start.line + 1 + index, column: name.length + 3};
    return [passage([{text, place}])];
  });
}

function passage(pieces: readonly Piece[]): Passage {
  const text = pieces.map((piece) => piece.text).join("");
  const placeOf = (index: number): Place => {
    let start = 0;
    for (const {text: own, place} of pieces) {
      if (index < start + own.length) {
        const before = own.slice(0, index - start).split("\n");
        return before.length === 1
          ? {line: place.line, column: place.column + index - start}
          : {line: place.line + before.length - 1, column: before.at(-1)!.length + 1};
      }
      start += own.length;
    }
    return pieces.at(-1)?.place ?? {line: 1, column: 1};
  };
  return {text, placeOf};
}
