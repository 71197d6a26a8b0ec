import type {SatteriProcessorOptions} from "@astrojs/markdown-satteri";
import {mentionAnchor} from "../src/article/mentions.ts";
import {sectionNameOf} from "../src/article/section-name.ts";

type MdastPlugin = NonNullable<SatteriProcessorOptions["mdastPlugins"]>[number];

/** A Markdown plugin that gives each `<Cite>` of a section its anchor, which the list of references leads back to. */
export function anchorMentions(): MdastPlugin {
  return ({fileURL}) => {
    const section = fileURL && sectionNameOf(fileURL.pathname);
    if (section === undefined) return null;
    let count = 0;
    const anchored = <N extends {readonly name: string | null; readonly attributes: readonly unknown[]}>(
      node: N
    ): N | undefined => {
      if (node.name !== "Cite") return undefined;
      const anchor = {type: "mdxJsxAttribute", name: "anchor", value: mentionAnchor(section, ++count)};
      return {...node, attributes: [...node.attributes, anchor]};
    };
    return {
      name: "past-chinchilla:mentions",
      mdxJsxTextElement: (node) => anchored(node),
      mdxJsxFlowElement: (node) => anchored(node)
    };
  };
}
