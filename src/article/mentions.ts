import {componentsIn, neededAttribute, parseMdx} from "./mdx.ts";

/** A place of the article where a work is cited. */
export interface Mention {
  /** The work, by its id in `content/references.json`. */
  readonly work: string;
  /** The section, by its id. */
  readonly section: string;
  /** Anchor of the citation. */
  readonly anchor: string;
}

/** Anchor of the nth citation of a section, from 1, e.g. `"cite-by-tokens-1"`. */
export function mentionAnchor(section: string, n: number): string {
  return `cite-${section}-${n}`;
}

/** Citations by `<Cite id="…" />` in the MDX of a section, in the order of the text. */
export function mentionsIn(section: string, mdx: string): Mention[] {
  return componentsIn(parseMdx(mdx), "Cite").map((cite, index) => ({
    work: neededAttribute(cite, "id"),
    section,
    anchor: mentionAnchor(section, index + 1)
  }));
}

/** Works by id with the places that cite them, both in the order of the text. */
export function mentionsByWork(mentions: readonly Mention[]): ReadonlyMap<string, readonly Mention[]> {
  return Map.groupBy(mentions, ({work}) => work);
}
