import {charts, find} from "../registry.ts";

/** A scrolly as the MDX of a section places it. */
export interface PlacedScrolly {
  readonly id: string;
  readonly chart: string;
  /** Named states of its steps, in their order. */
  readonly states: readonly string[];
}

/** Names of the charts that the MDX of the article places or points to, each once, in the order of the text. */
export function placedCharts(mdx: string): string[] {
  const names = mdx.matchAll(/<Chart\s[^>]*?\bid="([^"]*)"|<[A-Z]\w*\s[^>]*?\bchart="([^"]*)"/g);
  return [...new Set(Array.from(names, ([, own, other]) => (own ?? other)!))];
}

/** The scrollies that the MDX of a section places, in the order of the text. */
export function placedScrollies(mdx: string): PlacedScrolly[] {
  const scrollies = mdx.matchAll(/<Scrolly id="([^"]*)" chart="([^"]*)">([\s\S]*?)<\/Scrolly>/g);
  return Array.from(scrollies, ([, id, chart, steps]) => ({
    id: id!,
    chart: chart!,
    states: Array.from(steps!.matchAll(/<Step state="([^"]*)">/g), ([, state]) => state!)
  }));
}

/** Names of the datasets that these charts draw, each once. @throws where there is no such chart. */
export function datasetsOf(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => find("chart", charts, name).datasets))];
}
