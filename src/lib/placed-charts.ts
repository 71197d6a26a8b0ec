import {charts, find} from "./registry.ts";

/** Names of the charts that the MDX of the article places or points to, each once, in the order of the text. */
export function placedCharts(mdx: string): string[] {
  const names = mdx.matchAll(/<Chart\s[^>]*?\bid="([^"]*)"|<[A-Z]\w*\s[^>]*?\bchart="([^"]*)"/g);
  return [...new Set(Array.from(names, ([, own, other]) => (own ?? other)!))];
}

/** Names of the datasets that these charts draw, each once. @throws where there is no such chart. */
export function datasetsOf(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => find("chart", charts, name).datasets))];
}
