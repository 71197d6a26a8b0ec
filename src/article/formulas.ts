import {find, laws, schedules} from "../registry.ts";
import {nodesIn, parseMdx} from "./mdx.ts";
import {sections} from "./section-files.ts";

/** A formula of the site. */
export interface Formula {
  readonly tex: string;
  /** On a line of its own, not within a sentence. */
  readonly display: boolean;
}

/** Every formula that the site shows: of laws and schedules, and of the sections' prose. */
export function allFormulas(): Formula[] {
  const published = [...laws.values(), ...schedules.values()].map(({tex}) => ({tex, display: true}));
  return [...published, ...sections.flatMap(({mdx}) => formulasIn(mdx))];
}

/** The formulas between `$` or `$$` in the MDX of a section, in the order of the text. */
export function formulasIn(mdx: string): Formula[] {
  return nodesIn(parseMdx(mdx)).flatMap((node) =>
    node.type === "math" || node.type === "inlineMath"
      ? [{tex: node.value, display: node.type === "math"}]
      : []
  );
}

/**
 * The formula of a law or of a schedule, as TeX: what `<Formula>` shows.
 *
 * @throws where it isn't one of the two, or there is none of that name.
 */
export function publishedFormula(law: string | undefined, schedule: string | undefined): string {
  if (law !== undefined && schedule === undefined) return find("law", laws, law).tex;
  if (schedule !== undefined && law === undefined) return find("schedule", schedules, schedule).tex;
  throw new Error(
    `bad formula: law ${law ?? "none"}, schedule ${schedule ?? "none"} (expected one of the two)`
  );
}
