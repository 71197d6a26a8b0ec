import {readFile} from "node:fs/promises";
import {parseHTML} from "linkedom";
import subsetFont from "subset-font";
import {fontFace} from "../figure/sheet.ts";
import {cached, cachedFile, cacheKey} from "../core/node/file-cache.ts";

const weights = [400, 600] as const;
const alphabets = ["latin", "greek"] as const;
type Weight = (typeof weights)[number];
type Alphabet = (typeof alphabets)[number];

/** All that a drawing may be written with; resvg looks for a character in one file after the other. */
const glyphs = {
  latin: Array.from({length: 0x2200 - 0x20}, (_, index) => String.fromCharCode(0x20 + index)).join("") + "−",
  greek: Array.from({length: 0x50}, (_, index) => String.fromCharCode(0x380 + index)).join("")
} as const;

const faces = new Map<string, Promise<string>>();

/** Paths of the faces as TrueType, once converted: resvg reads no woff2, and drops the text instead. */
export function trueTypeFaces(): Promise<readonly string[]> {
  return Promise.all(
    weights.flatMap((weight) => alphabets.map((alphabet) => trueTypeFace(alphabet, weight)))
  );
}

function trueTypeFace(alphabet: Alphabet, weight: Weight): Promise<string> {
  const file = `node_modules/@fontsource/source-sans-3/files/source-sans-3-${alphabet}-${weight}-normal.woff2`;
  let face = faces.get(file);
  if (!face) {
    face = convert(file, `${alphabet}-${weight}`, glyphs[alphabet]);
    faces.set(file, face);
  }
  return face;
}

async function convert(file: string, name: string, characters: string): Promise<string> {
  const original = await readFile(file);
  const key = `${name}.${cacheKey(original, characters, "names 16, 17")}.ttf`;
  await cached("fonts", key, () =>
    subsetFont(original, characters, {
      targetFormat: "truetype",
      noLayoutClosure: true,
      // The family’s name; without it each weight would be a family of its own.
      preserveNameIds: [16, 17]
    })
  );
  return cachedFile("fonts", key);
}

/** `@font-face` rules with just the glyphs of an SVG, as data URLs: about 4.5 kB a weight. */
export async function embeddedFaces(svg: string): Promise<string> {
  const {document} = parseHTML(svg);
  const texts: Record<Weight, string> = {400: "", 600: ""};
  for (const text of document.querySelectorAll("text")) {
    const weight = text.closest("[font-weight]")?.getAttribute("font-weight") === "600" ? 600 : 400;
    texts[weight] += text.textContent;
  }
  const rules = await Promise.all(
    weights.map(async (weight) => {
      const characters = [...new Set(texts[weight])].sort().join("");
      if (characters === "") return "";
      // From TrueType: taking a woff2 apart takes longer than all the rest.
      const original = await readFile(await trueTypeFace("latin", weight));
      const face = await cached("fonts", `${cacheKey(original, characters)}.woff2`, () =>
        subsetFont(original, characters, {targetFormat: "woff2", noLayoutClosure: true})
      );
      return fontFace(weight, Buffer.from(face).toString("base64"));
    })
  );
  return rules.join("");
}
