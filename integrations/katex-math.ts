import type {SatteriProcessorOptions} from "@astrojs/markdown-satteri";
import {renderTex} from "../src/article/tex.ts";

type MdastPlugin = NonNullable<SatteriProcessorOptions["mdastPlugins"]>[number];

/**
 * A Markdown plugin that renders `$…$` and `$$…$$` of MDX in the build; needs the feature `math`.
 *
 * The HTML goes in through Astro's `set:html`. As raw Markdown it would be read again: backslashes and underscores
 * of the TeX source, which KaTeX repeats for screen readers, would be lost.
 */
export function katexMath(): MdastPlugin {
  return {
    name: "past-chinchilla:katex",
    inlineMath: ({value}) => ({
      type: "mdxJsxTextElement",
      name: "span",
      attributes: [{type: "mdxJsxAttribute", name: "set:html", value: renderTex(value, {display: false})}],
      children: []
    }),
    math: ({value}) => ({
      type: "mdxJsxFlowElement",
      name: "div",
      attributes: [
        {type: "mdxJsxAttribute", name: "class", value: "formula"},
        {type: "mdxJsxAttribute", name: "set:html", value: renderTex(value, {display: true})}
      ],
      children: []
    })
  };
}
