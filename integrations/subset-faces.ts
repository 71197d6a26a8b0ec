import {readFile} from "node:fs/promises";
import {basename, relative} from "node:path";
import subsetFont from "subset-font";
import {cached, cachedFile, cacheKey} from "../src/core/node/file-cache.ts";

// What the article and its charts are written with. A glyph that isn't here comes from the fallback face.
const glyphs =
  Array.from({length: 95}, (_, index) => String.fromCharCode(32 + index)).join("") +
  "\u00a0·×±°²³¹§äöüéè–—‘’“”…−";

/**
 * Cuts a font file down to the glyphs of this site, once.
 *
 * @param file a woff2 of a font package, from the project's root
 * @returns the file of the cut, ready for Astro's local font provider
 */
export async function subsetFace(file: string): Promise<string> {
  const original = await readFile(file);
  const key = `${basename(file, ".woff2")}.${cacheKey(original, glyphs, "kern only")}.woff2`;
  await cached("fonts", key, () =>
    // Digits of both faces are tabular by default, so that no alternates are needed.
    subsetFont(original, glyphs, {
      targetFormat: "woff2",
      noLayoutClosure: true,
      keepFeatures: ["kern"],
      // What no browser reads in these.
      dropTables: ["BASE", "GDEF", "STAT", "gasp"]
    })
  );
  // From the project's root: Astro names the face by this path, which must not tell one checkout from another.
  return `./${relative(".", cachedFile("fonts", key))}`;
}
