import {defineCollection} from "astro:content";
import {glob} from "astro/loaders";
import {z} from "astro/zod";

/** Sections of the article, one file each, in a folder for each language. */
const sections = defineCollection({
  loader: glob({pattern: "*/*.mdx", base: "./src/content"}),
  schema: z
    .object({
      title: z.string().min(1),
      /** Anchor of the section in the page. */
      id: z.string().regex(/^[a-z][a-z0-9-]*$/),
      kind: z.enum(["opening", "act", "section", "ending"]),
      /** Number of the act, from 1; acts have one, other sections don't. */
      act: z.int().min(1).max(3).optional(),
      standfirst: z.string().min(1).optional()
    })
    .strict()
    .refine(({kind, act}) => (kind === "act") === (act !== undefined), {
      error: "an act has a number, and only an act",
      path: ["act"]
    })
});

export const collections = {sections};
