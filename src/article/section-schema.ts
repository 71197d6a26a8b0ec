import {z} from "astro/zod";

/** What the frontmatter of a section says. */
export const sectionSchema = z
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
  });
