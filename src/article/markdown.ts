import {answerOf, namedState} from "../core/define/chart.ts";
import type {Locale} from "../core/i18n/locale.ts";
import {asset} from "../core/address.ts";
import {charts, find} from "../registry.ts";
import {stateTexts} from "../figure/texts.ts";
import {publishedFormula} from "./formulas.ts";
import {
  attributeOf,
  childrenOf,
  isComponent,
  neededAttribute,
  parseMdx,
  rangeOf,
  type Component,
  type Node
} from "./mdx.ts";
import {pageOfSection} from "./section-page.ts";
import {verdicts} from "./verdicts.ts";
import {citationOf, referenceOf} from "./works.ts";

/** How a chart is written: `picture` puts its image before the words. */
export interface MarkdownOptions {
  readonly locale: Locale;
  /** The site, for addresses that hold everywhere. */
  readonly site: URL;
  /** Address of a named state's picture, from the site's root; without it, charts are links only. */
  readonly picture?: (chart: string, state: string) => string;
}

/** What the rule of a component writes with. */
interface Writer {
  readonly options: MarkdownOptions;
  /** The Markdown of a node. */
  readonly write: (node: Node) => string;
  /** The Markdown of all that stands in a node. */
  readonly inner: (node: Node) => string;
  /** Puts a note at the end; its mark in the text. */
  readonly note: (text: string) => string;
}

/** Between two blocks. */
const gap = "\n\n";

/**
 * The prose of a section as plain Markdown: its numbers as they are printed, its formulas as TeX, each chart as
 * a link with its answer. A component that has no rule here leaves its content.
 */
export function sectionMarkdown(mdx: string, section: string, options: MarkdownOptions): string {
  const notes: string[] = [];
  const write = (node: Node): string => {
    if (isComponent(node)) return rules[node.name ?? ""]?.(node, writer) ?? inner(node);
    // Only a space that would be lost at the end of a line.
    if (node.type === "mdxTextExpression") return " ";
    if (node.type === "yaml") return "";
    const [first, last] = [childrenOf(node)[0], childrenOf(node).at(-1)];
    const {start, end} = rangeOf(node);
    if (!first || !last) return mdx.slice(start.offset, end.offset);
    const before = mdx.slice(start.offset, rangeOf(first).start.offset);
    return before + inner(node) + mdx.slice(rangeOf(last).end.offset, end.offset);
  };
  const inner = (node: Node): string => {
    const children = childrenOf(node);
    if (node.type === "mdxJsxFlowElement") return children.map(write).join(gap);
    let end: number | undefined;
    return children
      .map((child) => {
        const range = rangeOf(child);
        const between = mdx.slice(end ?? range.start.offset, range.start.offset);
        end = range.end.offset;
        return between + write(child);
      })
      .join("");
  };
  const writer: Writer = {
    options,
    write,
    inner,
    note: (text) => `[^${section}-${notes.push(text)}]`
  };
  const text = inner(parseMdx(mdx)).trim();
  return [text, ...notes.map((note, index) => `[^${section}-${index + 1}]: ${note}`)].join(gap);
}

const rules: Readonly<Record<string, (component: Component, writer: Writer) => string>> = {
  Chart: (chart, {options}) => writeChart(neededAttribute(chart, "id"), attributeOf(chart, "state"), options),
  Cite: (cite) => `(${citationOf(referenceOf(neededAttribute(cite, "id")))})`,
  Claim: writeClaim,
  Claims: (claims, {write}) => childrenOf(claims).map(write).join("\n"),
  Formula: (formula, {inner}) => {
    const tex = publishedFormula(attributeOf(formula, "law"), attributeOf(formula, "schedule"));
    return [`$$\n${tex}\n$$`, inner(formula).trim()].filter(Boolean).join(gap);
  },
  Note: (note, {inner, note: atEnd}) => atEnd(inner(note).trim()),
  Num: (number, {inner}) => inner(number).trim(),
  See: (see, {inner, options: {locale, site}}) => {
    const section = neededAttribute(see, "section");
    const page = pageOfSection(section);
    return `[${inner(see)}](${page === "" ? "" : new URL(asset(page, locale), site).href}#${section})`;
  },
  Play: (play, {inner, options}) =>
    `[${inner(play)}](${chartAddress(neededAttribute(play, "chart"), neededAttribute(play, "state"), options)})`,
  Scrolly: (scrolly, {inner, options}) =>
    childrenOf(scrolly)
      .filter(isComponent)
      .flatMap((step) => [
        inner(step).trim(),
        writeChart(neededAttribute(scrolly, "chart"), neededAttribute(step, "state"), options)
      ])
      .join(gap)
};

function chartAddress(chart: string, state: string, {site, locale}: MarkdownOptions): string {
  return new URL(asset(`charts/${chart}/${state}/`, locale), site).href;
}

function writeChart(id: string, state: string | undefined, options: MarkdownOptions): string {
  const chart = find("chart", charts, id);
  const [first = ""] = Object.keys(chart.states);
  const name = state ?? first;
  const title = chart.title[options.locale];
  const answer = answerOf(chart, namedState(chart, name), options.locale);
  const link = `[${title}](${chartAddress(id, name, options)}): ${answer}`;
  if (!options.picture) return `> ${link}`;
  // What the picture shows: the words below say what follows from it.
  const {description} = stateTexts(chart, namedState(chart, name), options.locale);
  return `![${description.replace(/[[\]\\]/g, String.raw`\$&`)}](${new URL(asset(options.picture(id, name), options.locale), options.site).href})${gap}${link}`;
}

function writeClaim(claim: Component, {inner, options}: Writer): string {
  const verdict = find("verdict", verdicts, neededAttribute(claim, "verdict"))[options.locale];
  const reason = inner(claim).trim().replace(/\s+/g, " ");
  const chart = attributeOf(claim, "chart");
  const link =
    chart === undefined
      ? ""
      : ` [${find("chart", charts, chart).title[options.locale]}](${chartAddress(chart, neededAttribute(claim, "state"), options)})`;
  return `- **${neededAttribute(claim, "says")}** ${verdict}. ${reason}${link}`;
}
