import {charts, find} from "../registry.ts";
import {attributeOf, componentsIn, neededAttribute, parseMdx} from "./mdx.ts";

/** A scrolly as the MDX of a section places it. */
export interface PlacedScrolly {
  readonly id: string;
  readonly chart: string;
  /** Named states of its steps, in their order. */
  readonly states: readonly string[];
}

/** Names of the charts that the MDX of a section places or points to, each once, in the order of the text. */
export function placedCharts(mdx: string): string[] {
  const names = componentsIn(parseMdx(mdx)).map((component) =>
    attributeOf(component, component.name === "Chart" ? "id" : "chart")
  );
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** The scrollies that the MDX of a section places, in the order of the text. */
export function placedScrollies(mdx: string): PlacedScrolly[] {
  return componentsIn(parseMdx(mdx), "Scrolly").map((scrolly) => ({
    id: neededAttribute(scrolly, "id"),
    chart: neededAttribute(scrolly, "chart"),
    states: componentsIn(scrolly, "Step").map((step) => neededAttribute(step, "state"))
  }));
}

/** Names of the datasets that these charts draw, each once. @throws where there is no such chart. */
export function datasetsOf(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => find("chart", charts, name).datasets))];
}
