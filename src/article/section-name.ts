const named = /(?:^|\/)src\/content\/[\w-]+\/([a-z][a-z0-9-]*)\.mdx$/;

/**
 * The name of a section, which is its anchor in the page, from the path or address of its file, e.g. `"by-tokens"` from
 * `"src/content/en/by-tokens.mdx"`; undefined where the file is none.
 */
export function sectionNameOf(path: string): string | undefined {
  return named.exec(path)?.[1];
}
