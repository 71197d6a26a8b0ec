// @ts-check
import {satteri} from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import sitemap from "@astrojs/sitemap";
import {defineConfig, fontProviders} from "astro/config";
import {checkedSections} from "./integrations/checked-sections.ts";
import {sharedChunks} from "./integrations/chunks.ts";
import {offline} from "./integrations/offline.ts";
import {pdf} from "./integrations/pdf.ts";
import {policy} from "./integrations/policy.ts";
import {search} from "./integrations/search.ts";
import {singleFile} from "./integrations/single-file.ts";
import {katexMath} from "./integrations/katex-math.ts";
import {anchorMentions} from "./integrations/mention-anchors.ts";
import {listNotes} from "./integrations/note-lists.ts";
import {subsetFace} from "./integrations/subset-faces.ts";
import {projectPlugins} from "./integrations/project-vite.ts";

const {SITE = "http://localhost:4321", BASE_PATH = "/"} = process.env;

/**
 * One face of a font package, from its file: works offline, with preload and a fallback of equal width.
 *
 * @param {string} family
 * @param {number} weight
 * @param {"normal" | "italic"} style
 */
async function face(family, weight, style) {
  const src = await subsetFace(
    `node_modules/@fontsource/${family}/files/${family}-latin-${weight}-${style}.woff2`
  );
  return {weight, style, src: /** @type {[string]} */ ([src])};
}

export default defineConfig({
  site: SITE,
  base: BASE_PATH,
  trailingSlash: "always",
  // An embed page is one chart for a frame, and says itself that it is not to be listed.
  integrations: [
    mdx(),
    sitemap({filter: (page) => !page.includes("/embed/")}),
    checkedSections(),
    policy(),
    search(),
    singleFile(),
    pdf(),
    offline()
  ],
  // Quotes, dashes and dots stand in the text as they are meant.
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features: {math: true, smartPunctuation: false},
      mdastPlugins: [katexMath(), anchorMentions(), listNotes()]
    })
  },
  fonts: [
    {
      provider: fontProviders.local(),
      name: "Source Serif 4",
      cssVariable: "--font-serif",
      fallbacks: ["Georgia", "serif"],
      options: {
        variants: [
          await face("source-serif-4", 400, "normal"),
          await face("source-serif-4", 400, "italic"),
          await face("source-serif-4", 600, "normal")
        ]
      }
    },
    {
      provider: fontProviders.local(),
      name: "Source Sans 3",
      cssVariable: "--font-sans",
      fallbacks: ["Arial", "sans-serif"],
      options: {
        variants: [await face("source-sans-3", 400, "normal"), await face("source-sans-3", 600, "normal")]
      }
    }
  ],
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'none'",
        "img-src 'self' data:",
        "manifest-src 'self'"
      ]
    }
  },
  vite: {
    // Nothing is inlined as a data: URL, which the policy refuses for fonts.
    build: {assetsInlineLimit: 0},
    plugins: [...projectPlugins(), sharedChunks()]
  }
});
