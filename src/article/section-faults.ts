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

interface Fault {
  readonly line: number;
  readonly message: string;
}

interface Anchor {
  readonly line: number;
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
    const repeated = anchorsIn(tree).flatMap(({line, id}): Fault[] => {
      // The sections of each language are a page of their own.
      const key = `${file.slice(0, file.lastIndexOf("/"))} ${id}`;
      const other = known.get(key);
      known.set(key, other ?? `${file}:${line}`);
      return other === undefined
        ? []
        : [{line, message: `repeated id: ${id} (expected another than in ${other})`}];
    });
    return [...repeated, ...faultsIn(tree, [])]
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

/** What links may lead to: the section, its scrollies and its claims. */
function anchorsIn(tree: Node): Anchor[] {
  const own = frontmatterOf(tree).get("id");
  const inner = componentsIn(tree, "Scrolly", "Claim").flatMap((component): Anchor[] => {
    const says = attributeOf(component, "says");
    const id = component.name === "Claim" ? says && claimId(says) : attributeOf(component, "id");
    return id === undefined ? [] : [{line: startOf(component).line, id}];
  });
  return [...(own ? [{line: own.place.line, id: own.text}] : []), ...inner];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
