import {readFile} from "node:fs/promises";
import {create, type Font, type Glyph} from "fontkit";
import {DOMParser} from "linkedom";
import {trueTypeFaces} from "./fonts.ts";

/** A face as a file and as what it says of its glyphs. */
export interface Face {
  readonly path: string;
  readonly font: Font;
}

/** Letters of one face and size on one line: what is written, and where its baseline begins. */
export interface Run {
  readonly text: string;
  /** Its glyphs, with the place of each from its beginning. */
  readonly glyphs: readonly {readonly glyph: Glyph; readonly at: number}[];
  readonly face: Face;
  readonly size: number;
  readonly x: number;
  readonly y: number;
}

/** The faces of each weight, in the order in which a letter is looked for. */
export type Faces = Readonly<Record<"regular" | "semibold", readonly Face[]>>;

let faces: Promise<Faces> | undefined;

/** The faces of figures, read once. */
export function figureFaces(): Promise<Faces> {
  faces ??= readFaces();
  return faces;
}

async function readFaces(): Promise<Faces> {
  const read = await Promise.all(
    (await trueTypeFaces()).map(async (path) => {
      const font = create(await readFile(path));
      if (!("layout" in font)) throw new Error(`not a face: ${path} (expected one, not a collection)`);
      return {path, font};
    })
  );
  const half = read.length / 2;
  return {regular: read.slice(0, half), semibold: read.slice(half)};
}

/** What stands on one line from a place that an element names: its anchor decides where it begins. */
interface Chunk {
  readonly x: number;
  readonly pieces: {readonly text: string; readonly size: number; readonly y: number}[];
}

/**
 * The letters of a `<text>` of a figure in its own coordinates, set as a browser sets them: `tspan`s that are raised or
 * begin another line, and an anchor for each line.
 *
 * @throws where no face has a letter
 */
export function runsOf(text: Element, {regular, semibold}: Faces): readonly Run[] {
  const size = Number(inherited(text, "font-size") ?? 16);
  const own = inherited(text, "font-weight") === "600" ? semibold : regular;
  const anchor = inherited(text, "text-anchor") ?? "start";
  const chunks: Chunk[] = [{x: lengthOf(text, "x", size) ?? 0, pieces: []}];
  let y = lengthOf(text, "y", size) ?? 0;
  const collect = (parent: Element, parentSize: number): void => {
    for (const node of parent.childNodes) {
      if (node.nodeName === "#text") {
        chunks.at(-1)?.pieces.push({text: node.textContent ?? "", size: parentSize, y});
      } else if (isElement(node)) {
        const ownSize = lengthOf(node, "font-size", parentSize) ?? parentSize;
        const x = lengthOf(node, "x", ownSize);
        y = (lengthOf(node, "y", ownSize) ?? y) + (lengthOf(node, "dy", ownSize) ?? 0);
        if (x !== undefined) chunks.push({x, pieces: []});
        collect(node, ownSize);
      }
    }
  };
  collect(text, size);
  return chunks.flatMap((chunk) => setChunk(chunk, anchor, own));
}

function setChunk({x, pieces}: Chunk, anchor: string, own: readonly Face[]): Run[] {
  let end = 0;
  const runs = pieces.flatMap(({text, size, y}) =>
    splitByFace(text, own).map((part): Run => {
      const x = end;
      const scale = size / part.face.font.unitsPerEm;
      const {glyphs, positions} = part.face.font.layout(part.text);
      const placed = glyphs.map((glyph, index) => {
        const {xAdvance = 0, xOffset = 0} = positions[index] ?? {};
        const at = end - x + xOffset * scale;
        end += xAdvance * scale;
        return {glyph, at};
      });
      return {...part, glyphs: placed, size, x, y};
    })
  );
  const start = x - end * (anchor === "end" ? 1 : anchor === "middle" ? 0.5 : 0);
  return runs.map((run) => ({...run, x: start + run.x}));
}

function splitByFace(text: string, own: readonly Face[]): {text: string; face: Face}[] {
  const parts: {text: string; face: Face}[] = [];
  for (const letter of text) {
    const last = parts.at(-1);
    const face = own.find(({font}) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
    if (!face) throw new Error(`no such letter in a face of figures: ${letter} (in ${JSON.stringify(text)})`);
    if (last?.face === face) last.text += letter;
    else parts.push({text: letter, face});
  }
  return parts;
}

/** An SVG file as a document. */
export function parseSvg(svg: string): Document {
  // Of the parts of a document that figures need, linkedom’s has all.
  return new DOMParser().parseFromString(svg, "image/svg+xml") as unknown as Document;
}

/** What an attribute says on an element or the nearest around it. */
export function inherited(element: Element, name: string): string | undefined {
  return element.closest(`[${name}]`)?.getAttribute(name) ?? undefined;
}

/** A length in px, or in `em` of a size. */
function lengthOf(element: Element, name: string, size: number): number | undefined {
  const value = element.getAttribute(name);
  if (value === null) return undefined;
  return value.endsWith("em") ? Number.parseFloat(value) * size : Number(value);
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
