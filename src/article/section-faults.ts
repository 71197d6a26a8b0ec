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
  yamlOf,
  type Component,
  type Node
} from "./mdx.ts";
import type {SectionFile} from "./section-files.ts";
import {sectionNameOf} from "./section-name.ts";
import {sectionSchema} from "./section-schema.ts";
import {renderTex} from "./tex.ts";

interface Fault {
  readonly line: number;
  readonly message: string;
}

/** What only one place of a page may have. */
interface Unique {
  readonly line: number;
  readonly kind: "id" | "order" | "act";
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
    if (typeof tree === "string") return [`${file}:${tree}`];
    const repeated = [...placesIn(tree), ...anchorsIn(tree, file)].flatMap(({line, kind, id}): Fault[] => {
      // The sections of each language are a page of their own.
      const key = `${file.slice(0, file.lastIndexOf("/"))} ${kind} ${id}`;
      const other = known.get(key);
      known.set(key, other ?? `${file}:${line}`);
      return other === undefined
        ? []
        : [{line, message: `repeated ${kind}: ${id} (expected another than in ${other})`}];
    });
    return [...nameFaults(file), ...frontmatterFaults(tree), ...repeated, ...faultsIn(tree, [])]
      .sort((a, b) => a.line - b.line)
      .map(({line, message}) => `${file}:${line}: ${message}`);
  });
}

/** Lets sections pass. @throws with all that is wrong in them, one fault a line. */
export function checkSections(sections: readonly SectionFile[]): void {
  const faults = sectionFaults(sections);
  if (faults.length > 0) throw new Error(faults.join("\n"));
}

/** A section as a tree, or the line and the reason why it is none, e.g. `"3: Expected a closing tag …"`. */
function treeOf(mdx: string): Node | string {
  try {
    return parseMdx(mdx);
  } catch (error) {
    return messageOf(error).replace(/^(\d+):\d+: /, "$1: ");
  }
}

function faultsIn(node: Node, around: readonly Component[]): Fault[] {
  const inner = isComponent(node) && !isElement(node) ? [...around, node] : around;
  return [...ownFaults(node, around), ...childrenOf(node).flatMap((child) => faultsIn(child, inner))];
}

function ownFaults(node: Node, around: readonly Component[]): Fault[] {
  try {
    if (isComponent(node)) {
      if (isElement(node)) checkElement(node);
      else checkComponent(node, around);
    }
    if (node.type === "math" || node.type === "inlineMath")
      renderTex(node.value, {display: node.type === "math"});
    if (node.type === "mdxjsEsm") throw new Error(`code in a section: ${node.value} (expected none)`);
    if ((node.type === "mdxTextExpression" || node.type === "mdxFlowExpression") && node.value !== '" "')
      throw new Error(`computed text: {${node.value}} (expected prose, or {" "} at the end of a line)`);
    return [];
  } catch (error) {
    return [{line: startOf(node).line, message: messageOf(error)}];
  }
}

/** Elements of HTML that Markdown has no signs for. */
const elements = ["br", "em", "kbd", "sub", "sup"];

/** Lets an element of HTML pass. @throws where it is one that a component or Markdown is for, or has attributes. */
function checkElement({name, attributes}: Component): void {
  if (!elements.includes(name ?? ""))
    throw new Error(
      `element of HTML: <${name ?? ""}> (expected Markdown, a component, or one of ${elements.join(", ")})`
    );
  if (attributes.length > 0) throw new Error(`attributes of <${name ?? ""}> (expected none)`);
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

/** What frontmatter says that a section can't have. */
function frontmatterFaults(tree: Node): Fault[] {
  const {fields, lineOf, errors} = yamlOf(tree);
  if (errors.length > 0)
    return errors.map(({line, message}) => ({line, message: `bad frontmatter: ${message} (expected YAML)`}));
  const issues = sectionSchema.safeParse(fields).error?.issues ?? [];
  return issues.map((issue) => {
    const key = issue.code === "unrecognized_keys" ? issue.keys[0] : issue.path[0];
    const name = typeof key === "string" ? key : "";
    return {line: lineOf(name), message: `bad frontmatter: ${name ? `${name}: ` : ""}${issue.message}`};
  });
}

/** The section's place among the others, and the number of an act. */
function placesIn(tree: Node): Unique[] {
  const fields = frontmatterOf(tree);
  return (["order", "act"] as const).flatMap((kind) => {
    const field = fields.get(kind);
    return field ? [{line: field.place.line, kind, id: field.text}] : [];
  });
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
