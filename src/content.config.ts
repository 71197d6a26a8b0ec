import {defineCollection} from "astro:content";
import {glob} from "astro/loaders";
import {sectionSchema} from "./article/section-schema.ts";

/** Sections of the article, one file each, in a folder for each language. The name of a file is the section’s anchor. */
const sections = defineCollection({
  loader: glob({pattern: "*/*.mdx", base: "./src/content"}),
  schema: sectionSchema
});

export const collections = {sections};
