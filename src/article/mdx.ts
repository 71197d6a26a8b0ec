import {
  markdownToMdast,
  mdxToMdast,
  type MdastNode,
  type MdxJsxFlowElement,
  type MdxJsxTextElement
} from "satteri";
import {parseDocument, LineCounter, isMap, isScalar} from "yaml";
import {remember} from "../core/math/memo.ts";

/** A node of the tree of a text. */
export type Node = MdastNode;

/** A component where an author writes it, e.g. `<Chart id="loss" />`: on a line of its own, or within a sentence. */
export type Component = MdxJsxFlowElement | MdxJsxTextElement;

/** A place in a text, line and column from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

const options = {features: {math: true, smartPunctuation: false}} as const;

/** The tree of a section in MDX, with or without its frontmatter. @throws where it is no MDX. */
export const parseMdx = remember(
  (source: string): Node => mdxToMdast(source, options),
  (source) => source,
  64
);

/** The tree of a text in Markdown, read as the sections are. */
export function parseMarkdown(source: string): Node {
  return markdownToMdast(source, options);
}

/** What stands directly in a node, in the order of the text. */
export function childrenOf(node: Node): readonly Node[] {
  return "children" in node ? node.children : [];
}

/** A node and all that stands in it, at whatever depth, in the order of the text. */
export function nodesIn(node: Node): Node[] {
  return [node, ...childrenOf(node).flatMap(nodesIn)];
}

/** The components of these names in a tree, at whatever depth, in the order of the text; all without names. */
export function componentsIn(tree: Node, ...names: readonly string[]): Component[] {
  return nodesIn(tree)
    .filter(isComponent)
    .filter(({name}) => name !== null && (names.length === 0 || names.includes(name)));
}

/** Whether a node is a component, or an element written as one. */
export function isComponent(node: Node): node is Component {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** Value of an attribute, `""` of one without a value; `undefined` where it is left out, or computed. */
export function attributeOf({attributes}: Component, name: string): string | undefined {
  const attribute = attributes.find((each) => each.type === "mdxJsxAttribute" && each.name === name);
  const value = attribute?.value ?? (attribute && "");
  return typeof value === "string" ? value : undefined;
}

/** Value of an attribute. @throws where it is left out, or computed. */
export function neededAttribute(component: Component, name: string): string {
  const value = attributeOf(component, name);
  if (value === undefined)
    throw new Error(`missing attribute: ${name} of <${component.name ?? ""}> (expected ${name}="…")`);
  return value;
}

/** The words in a node, without their markup; formulas as their TeX. */
export function textIn(node: Node): string {
  return nodesIn(node)
    .flatMap((each) =>
      each.type === "text" || each.type === "inlineCode" || each.type === "inlineMath" ? [each.value] : []
    )
    .join("");
}

/** Where a node begins in its text. */
export function startOf(node: Node): Place {
  return rangeOf(node).start;
}

/** Where a node begins and ends in its text; offsets count its UTF-16 units. @throws for a node that no text has. */
export function rangeOf({type, position}: Node): {start: Place & {offset: number}; end: {offset: number}} {
  const [start, end] = [position?.start, position?.end];
  if (start?.offset === undefined || end?.offset === undefined)
    throw new Error(`no place: ${type} (expected a node of a text)`);
  return {start: {...start, offset: start.offset}, end: {offset: end.offset}};
}

/** Frontmatter as YAML, and the line of the text on which each of its keys stands. */
export function yamlOf(tree: Node): {
  readonly fields: unknown;
  readonly lineOf: (key: string) => number;
  /** What is wrong in it, if anything is. */
  readonly errors: readonly {readonly line: number; readonly message: string}[];
} {
  const yaml = childrenOf(tree).find((node) => node.type === "yaml");
  if (yaml?.type !== "yaml") return {fields: {}, lineOf: () => 1, errors: []};
  const lines = new LineCounter();
  const document = parseDocument(yaml.value, {lineCounter: lines, prettyErrors: false});
  // The fence stands a line above.
  const lineAt = (offset: number): number => startOf(yaml).line + lines.linePos(offset).line;
  const items = isMap(document.contents) ? document.contents.items : [];
  const keyLines = new Map(
    items.flatMap(({key}) => (isScalar(key) ? [[String(key.value), lineAt(key.range[0])]] : []))
  );
  return {
    fields: document.errors.length > 0 ? {} : document.toJS(),
    lineOf: (key) => keyLines.get(key) ?? startOf(yaml).line,
    errors: document.errors.map(({pos, message}) => ({line: lineAt(pos[0]), message}))
  };
}

/** What the frontmatter of a text says as text, by its key, and where each value begins; the rest is left out. */
export function frontmatterOf(
  tree: Node
): ReadonlyMap<string, {readonly text: string; readonly place: Place}> {
  const fields = new Map<string, {text: string; place: Place}>();
  const yaml = childrenOf(tree).find((node) => node.type === "yaml");
  if (yaml?.type !== "yaml") return fields;
  const lines = new LineCounter();
  const {contents} = parseDocument(yaml.value, {lineCounter: lines});
  if (!isMap(contents)) return fields;
  for (const {key, value} of contents.items) {
    if (!isScalar(key) || typeof key.value !== "string" || !isScalar(value)) continue;
    if (typeof value.value !== "string" && typeof value.value !== "number") continue;
    const {line, col: column} = lines.linePos(value.range[0]);
    // The fence stands a line above.
    fields.set(key.value, {text: String(value.value), place: {line: startOf(yaml).line + line, column}});
  }
  return fields;
}
