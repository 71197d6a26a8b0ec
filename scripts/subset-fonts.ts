import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {mkdir, readFile, writeFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import subsetFont from "subset-font";

// What the article and its charts are written with. A glyph that isn't here comes from the fallback face.
const glyphs =
  Array.from({length: 95}, (_, index) => String.fromCharCode(32 + index)).join("") +
  "\u00a0·×±°²³¹§äöüéè–—‘’“”…−";

/**
 * Cuts a font file down to the glyphs of this site, once; the cut is kept in `.cache/fonts`.
 *
 * @param file a woff2 of a font package, from the project's root
 * @returns the file of the cut, from the project's root, ready for Astro's local font provider
 */
export async function subsetFace(file: string): Promise<string> {
  const original = await readFile(file);
  const hash = createHash("sha256").update(original).update(`${glyphs} kern only`).digest("hex").slice(0, 12);
  const cut = join(".cache/fonts", `${basename(file, ".woff2")}.${hash}.woff2`);
  if (!existsSync(cut)) {
    await mkdir(dirname(cut), {recursive: true});
    // Digits of both faces are tabular by default, so that no alternates are needed.
    const font = await subsetFont(original, glyphs, {
      targetFormat: "woff2",
      noLayoutClosure: true,
      keepFeatures: ["kern"],
      // What no browser reads in these.
      dropTables: ["BASE", "GDEF", "STAT", "gasp"]
    });
    await writeFile(cut, font);
  }
  return `./${cut}`;
}
