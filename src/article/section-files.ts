/** A section as its author wrote it. */
export interface SectionFile {
  /** Path from the project's root, e.g. `"src/content/en/by-tokens.mdx"`. */
  readonly file: string;
  /** Frontmatter and text. */
  readonly mdx: string;
}

const files = import.meta.glob<string>("../content/*/*.mdx", {
  eager: true,
  query: "?raw",
  import: "default"
});

/** The files of all sections, by their names. */
export const sections: readonly SectionFile[] = Object.entries(files).map(([path, mdx]) => ({
  file: path.replace("../", "src/"),
  mdx
}));
