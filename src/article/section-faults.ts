import {claimId} from "./claim-id.ts";
import {checkComponent} from "./component-rules.ts";
import {
  attributeOf,
  childrenOf,
  componentsIn,
  frontmatterOf,
  isComponent,
  parseMdx,
  startOf,
  type Component,
  type Node
} from "./mdx.ts";
import type {SectionFile} from "./section-files.ts";
import {sectionNameOf} from "./section-name.ts";

interface Fault {
  readonly line: number;
  readonly message: string;
}

/** What only one place of a page may have. */
interface Unique {
  readonly line: number;
  readonly kind: "id" | "order";
  readonly id: string;
}

/**
 * What is wrong in sections, each fault with its file and line: words that name nothing, numbers that differ from the
 * data, ids that are there twice. In the order of the text; empty where nothing is wrong.
 */
export function sectionFaults(sections: readonly SectionFile[]): string[] {
  const known = new Map<string, string>();
  return sections.flatMap(({file, mdx}) => {
    const tree = treeOf(mdx);
    if (typeof tree === "string") return [`${file}: ${tree}`];
    const repeated = [...ordersIn(tree), ...anchorsIn(tree, file)].flatMap(({line, kind, id}): Fault[] => {
      // The sections of each language are a page of their own.
      const key = `${file.slice(0, file.lastIndexOf("/"))} ${kind} ${id}`;
      const other = known.get(key);
      known.set(key, other ?? `${file}:${line}`);
      return other === undefined
        ? []
        : [{line, message: `repeated ${kind}: ${id} (expected another than in ${other})`}];
    });
    return [...nameFaults(file), ...repeated, ...faultsIn(tree, [])]
      .sort((a, b) => a.line - b.line)
      .map(({line, message}) => `${file}:${line}: ${message}`);
  });
}

/** Lets sections pass. @throws with all that is wrong in them, one fault a line. */
export function checkSections(sections: readonly SectionFile[]): void {
  const faults = sectionFaults(sections);
  if (faults.length > 0) throw new Error(faults.join("\n"));
}

/** A section as a tree, or why it is none. */
function treeOf(mdx: string): Node | string {
  try {
    return parseMdx(mdx);
  } catch (error) {
    return messageOf(error);
  }
}

function faultsIn(node: Node, around: readonly Component[]): Fault[] {
  const isOwn = isComponent(node) && !isElement(node);
  const inner = isOwn ? [...around, node] : around;
  return [...ownFaults(node, around), ...childrenOf(node).flatMap((child) => faultsIn(child, inner))];
}

function ownFaults(node: Node, around: readonly Component[]): Fault[] {
  try {
    if (isComponent(node) && !isElement(node)) checkComponent(node, around);
    if (node.type === "mdxjsEsm") throw new Error(`code in a section: ${node.value} (expected none)`);
    if ((node.type === "mdxTextExpression" || node.type === "mdxFlowExpression") && node.value !== '" "')
      throw new Error(`computed text: {${node.value}} (expected prose, or {" "} at the end of a line)`);
    return [];
  } catch (error) {
    return [{line: startOf(node).line, message: messageOf(error)}];
  }
}

/** Whether a component is an element of HTML. */
function isElement({name}: Component): boolean {
  return name === null || name === name.toLowerCase();
}

function nameFaults(file: string): Fault[] {
  const expected = "small letters, digits and hyphens, and a letter first";
  return sectionNameOf(file) === undefined
    ? [{line: 1, message: `bad name of a section: ${file} (expected ${expected})`}]
    : [];
}

/** The section's place among the others. */
function ordersIn(tree: Node): Unique[] {
  const order = frontmatterOf(tree).get("order");
  return order ? [{line: order.place.line, kind: "order", id: order.text}] : [];
}

/** What links may lead to: the section, its scrollies and its claims. */
function anchorsIn(tree: Node, file: string): Unique[] {
  const own = sectionNameOf(file);
  const inner = componentsIn(tree, "Scrolly", "Claim").flatMap((component): Unique[] => {
    const says = attributeOf(component, "says");
    const id = component.name === "Claim" ? says && claimId(says) : attributeOf(component, "id");
    return id === undefined ? [] : [{line: startOf(component).line, kind: "id", id}];
  });
  return [...(own === undefined ? [] : [{line: 1, kind: "id", id: own} as const]), ...inner];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
