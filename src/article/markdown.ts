import {answerOf, namedState} from "../core/define/chart.ts";
import type {Locale} from "../core/i18n/locale.ts";
import {asset} from "../core/address.ts";
import {citationOf, referenceOf} from "./works.ts";
import {charts, find, laws, schedules} from "../registry.ts";

/** How a chart is written: `picture` puts its image before the words. */
export interface MarkdownOptions {
  readonly locale: Locale;
  /** The site, for addresses that hold everywhere. */
  readonly site: URL;
  /** What stands before a claim's verdict. */
  readonly verdicts: Readonly<Record<string, string>>;
  /** Address of a named state's picture, from the site's root; without it, charts are links only. */
  readonly picture?: (chart: string, state: string) => string;
}

type Attributes = Readonly<Record<string, string>>;

/**
 * The prose of a section as plain Markdown: its numbers as they are printed, its formulas as TeX, each chart as
 * a link with its answer. A component that has no rule here leaves its content.
 */
export function sectionMarkdown(mdx: string, section: string, options: MarkdownOptions): string {
  const notes: string[] = [];
  const text = mdx
    .replace(/\{" "\}/g, " ")
    .replace(/<Note>([\s\S]*?)<\/Note>/g, (_, note: string) => {
      notes.push(note.trim());
      return `[^${section}-${notes.length}]`;
    })
    .concat("\n\n", ...notes.map((note, index) => `[^${section}-${index + 1}]: ${note}\n\n`))
    .replace(/<Scrolly\s([^>]*)>([\s\S]*?)<\/Scrolly>/g, (_, tag: string, steps: string) =>
      writeSteps(attributesOf(tag).chart!, steps, options)
    )
    .replace(/<Claim\s([^>]*?)>([\s\S]*?)<\/Claim>/g, (_, tag: string, decides: string) =>
      writeClaim(attributesOf(tag), decides, options)
    )
    .replace(/<Play\s([^>]*)>([\s\S]*?)<\/Play>/g, (_, tag: string, words: string) => {
      const {chart, state} = attributesOf(tag);
      return `[${words}](${chartAddress(chart!, state!, options)})`;
    })
    .replace(/<(Chart|Cite|Formula)\s([^>]*?)\s*\/>/g, (_, name: string, tag: string) => {
      const attributes = attributesOf(tag);
      if (name === "Chart") return writeChart(attributes.id!, attributes.state, options);
      if (name === "Cite") return `(${citationOf(referenceOf(attributes.id!))})`;
      return `$$\n${texOf(attributes)}\n$$`;
    })
    .replace(/<\/?[A-Z]\w*(?:\s[^>]*)?>/g, "");
  return (
    text
      .replace(/^[ \t]+$/gm, "")
      // Charts and claims stand indented within the components around them.
      .replace(/^ +(?=> |- |!\[)/gm, "")
      .replace(/\n{3,}/g, "\n\n")
      .trim()
  );
}

function attributesOf(tag: string): Attributes {
  return Object.fromEntries(
    Array.from(tag.matchAll(/(\w+)="([^"]*)"/g), ([, name, value]) => [name!, value!])
  );
}

function texOf({law, schedule}: Attributes): string {
  return (law === undefined ? find("schedule", schedules, schedule!) : find("law", laws, law)).tex;
}

function chartAddress(chart: string, state: string, {site}: MarkdownOptions): string {
  return new URL(asset(`charts/${chart}/${state}/`), site).href;
}

function writeChart(id: string, state: string | undefined, options: MarkdownOptions): string {
  const chart = find("chart", charts, id);
  const name = state ?? Object.keys(chart.states)[0]!;
  const title = chart.title[options.locale];
  const answer = answerOf(chart, namedState(chart, name), options.locale);
  const link = `[${title}](${chartAddress(id, name, options)}): ${answer}`;
  if (!options.picture) return `\n> ${link}\n`;
  return `\n![${title}](${new URL(asset(options.picture(id, name)), options.site).href})\n\n${link}\n`;
}

function writeSteps(chart: string, steps: string, options: MarkdownOptions): string {
  return steps.replace(
    /<Step state="([^"]*)">([\s\S]*?)<\/Step>/g,
    (_, state: string, text: string) => `\n${text.trim()}\n\n${writeChart(chart, state, options)}\n`
  );
}

function writeClaim(
  {says, verdict, chart, state}: Attributes,
  decides: string,
  options: MarkdownOptions
): string {
  const reason = decides.trim().replace(/\s+/g, " ");
  const link =
    chart === undefined
      ? ""
      : ` [${find("chart", charts, chart).title[options.locale]}](${chartAddress(chart, state!, options)})`;
  return `- **${says!}** ${options.verdicts[verdict!]!}. ${reason}${link}`;
}
