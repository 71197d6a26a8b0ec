/** Charts that the MDX of a section places or plays, each once, by their ids. */
export function chartsIn(mdx: string): ReadonlySet<string> {
  const tags = mdx.matchAll(/<(Chart|Scrolly|Play)\b([^>]*)>/g);
  const names = Array.from(tags, ([, tag, attributes]) => {
    const attribute = tag === "Chart" ? "id" : "chart";
    return new RegExp(`\\b${attribute}="([^"]*)"`).exec(attributes!)?.[1];
  });
  return new Set(names.filter((name) => name !== undefined));
}
