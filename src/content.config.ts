import {defineCollection} from "astro:content";
import {glob} from "astro/loaders";
import {z} from "astro/zod";

/** Sections of the article, one file each, in a folder for each language. The name of a file is the section’s anchor. */
const sections = defineCollection({
  loader: glob({pattern: "*/*.mdx", base: "./src/content"}),
  schema: z
    .object({
      title: z.string().min(1),
      /** Place in the article: sections stand in ascending order, with room between for new ones. */
      order: z.number(),
      kind: z.enum(["opening", "act", "section", "ending"]),
      /** The page that it stands on where that isn't the article's. */
      page: z.literal("methods").optional(),
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
