import type {SatteriProcessorOptions} from "@astrojs/markdown-satteri";
import {sectionNameOf} from "../src/article/section-name.ts";

type MdastPlugin = NonNullable<SatteriProcessorOptions["mdastPlugins"]>[number];

/**
 * A Markdown plugin that numbers the `<Note>`s of a section and lists them again at its end, for paper.
 * It comes after the plugins whose work the list repeats.
 */
export function listNotes(): MdastPlugin {
  return ({fileURL, source}) => {
    const section = fileURL && sectionNameOf(fileURL.pathname);
    if (section === undefined || !source.includes("<Note")) return null;
    const items: unknown[] = [];
    return {
      name: "past-chinchilla:notes",
      mdxJsxTextElement(node) {
        if (node.name !== "Note") return undefined;
        const children = (node.children as Part[]).map(withoutAnchor) as typeof node.children;
        items.push(element("li", [{type: "paragraph", children}]));
        const attributes = [
          attribute("id", `note-${section}-${items.length}`),
          attribute("n", String(items.length)),
          attribute("anchors", (node.children as Part[]).flatMap(anchorsIn).join(" "))
        ];
        return {...node, attributes, children};
      },
      after(root, context) {
        if (items.length > 0)
          context.appendChild(root, element("ol", items, [attribute("class", "endnotes")]) as never);
      }
    };
  };
}

function attribute(name: string, value: string) {
  return {type: "mdxJsxAttribute", name, value} as const;
}

function element(name: string, children: readonly unknown[], attributes: readonly unknown[] = []) {
  return {type: "mdxJsxFlowElement", name, attributes, children};
}

interface Part {
  readonly attributes?: readonly {readonly name?: string; readonly value?: unknown}[];
  readonly children?: readonly Part[];
}

/** Anchors of the citations in a part of a note. They move out of it, as a closed note can't be scrolled to. */
function anchorsIn({attributes = [], children = []}: Part): unknown[] {
  const own = attributes.flatMap(({name, value}) => (name === "anchor" ? [value] : []));
  return [...own, ...children.flatMap(anchorsIn)];
}

function withoutAnchor(part: Part): Part {
  const {attributes, children} = part;
  return {
    ...part,
    ...(attributes && {attributes: attributes.filter(({name}) => name !== "anchor")}),
    ...(children && {children: children.map(withoutAnchor)})
  };
}
