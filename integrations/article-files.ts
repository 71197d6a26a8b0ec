import {parseHTML} from "linkedom";
import {attributeValue} from "../src/core/node/needed-element.ts";

/** A named state of a chart and how much of it a page may ask for. */
interface Asked {
  readonly chart: string;
  readonly state: string;
  readonly kinds: readonly string[];
}

/**
 * The drawings and numbers that the article’s scripts may ask for, below the folder of its language, e.g.
 * `"drawings/loss/tokens.json"`: the numbers of every figure, the wide drawings of steps, all of what words play.
 */
export function drawingFiles(html: string): string[] {
  const {document} = parseHTML(html);
  const figures = [...document.querySelectorAll("figure[data-chart]")].map((figure): Asked => {
    const isStep = figure.closest("[data-step]") !== null;
    return {
      chart: attributeValue(figure, "data-chart"),
      state: attributeValue(figure, "data-view"),
      kinds: isStep ? ["json", "wide.svg"] : ["json"]
    };
  });
  const words = [...document.querySelectorAll("[data-play]")].map((word): Asked => ({
    chart: attributeValue(word, "data-play"),
    state: attributeValue(word, "data-play-state"),
    kinds: ["json", "narrow.svg", "wide.svg"]
  }));
  const files = [...figures, ...words].flatMap(({chart, state, kinds}) =>
    kinds.map((kind) => `drawings/${chart}/${state}.${kind}`)
  );
  return [...new Set(files)].sort();
}

/**
 * The files below `_astro/` that a text names: a page its styles, scripts and preloaded fonts, a style its fonts, a
 * script its parts, also those that it loads later.
 */
export function namedAssets(text: string, known: ReadonlySet<string>): string[] {
  const words = text.match(/[\w.@~-]+\.(?:css|js|woff2)\b/g) ?? [];
  return [...new Set(words)].filter((word) => known.has(word));
}
