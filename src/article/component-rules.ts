import {namedState} from "../core/define/chart.ts";
import {charts, find} from "../registry.ts";
import {factValue} from "./facts.ts";
import {publishedFormula} from "./formulas.ts";
import {attributeOf, childrenOf, isComponent, neededAttribute, textIn, type Component} from "./mdx.ts";
import {checkPrinted} from "./num.ts";
import {pageOfSection} from "./section-page.ts";
import {runOfSize} from "./sizes.ts";
import {verdicts} from "./verdicts.ts";
import {referenceOf} from "./works.ts";

/** What an author may write in a component. */
interface Rule {
  /** Attributes that it must have, and those that it may have. */
  readonly needs?: readonly string[];
  readonly takes?: readonly string[];
  /** Attributes that it may have, without a value. */
  readonly flags?: readonly string[];
  /** @throws where an attribute or the text names nothing, or the component stands where it mustn't. */
  readonly check?: (component: Component, around: readonly Component[]) => void;
}

const rules: Readonly<Record<string, Rule>> = {
  Chart: {
    needs: ["id"],
    takes: ["state"],
    flags: ["controls"],
    check: (chart) => checkState(neededAttribute(chart, "id"), attributeOf(chart, "state"))
  },
  Cite: {needs: ["id"], check: (cite) => referenceOf(neededAttribute(cite, "id"))},
  Claim: {
    needs: ["says", "verdict"],
    takes: ["chart", "state"],
    check: (claim) => {
      find("verdict", verdicts, neededAttribute(claim, "verdict"));
      const chart = attributeOf(claim, "chart");
      if (chart !== undefined) checkState(chart, neededAttribute(claim, "state"));
      else if (attributeOf(claim, "state") !== undefined)
        throw new Error(
          `state without a chart: ${neededAttribute(claim, "state")} (expected chart="…" beside it)`
        );
    }
  },
  Claims: {},
  Formula: {
    takes: ["law", "schedule"],
    check: (formula) => publishedFormula(attributeOf(formula, "law"), attributeOf(formula, "schedule"))
  },
  Note: {
    check: (note, around) => {
      if (around.some(({name}) => name === "Step"))
        throw new Error(`note in a step: ${textIn(note)} (expected beside a margin)`);
    }
  },
  Num: {
    needs: ["fact"],
    check: (number) => {
      const fact = neededAttribute(number, "fact");
      checkPrinted(textIn(number).trim(), fact, factValue(fact));
    }
  },
  Pair: {},
  Play: {
    needs: ["chart", "state"],
    check: (play) => checkState(neededAttribute(play, "chart"), neededAttribute(play, "state"))
  },
  Scrolly: {
    needs: ["id", "chart"],
    check: (scrolly) => {
      find("chart", charts, neededAttribute(scrolly, "chart"));
      const id = neededAttribute(scrolly, "id");
      if (!/^[a-z][a-z0-9-]*$/.test(id))
        throw new Error(
          `bad id: ${id} of <Scrolly> (expected small letters, digits and hyphens, and a letter first)`
        );
      const [other] = childrenOf(scrolly).filter((child) => !isComponent(child) || child.name !== "Step");
      if (other) throw new Error(`text between the steps of ${id}: ${textIn(other)} (expected only <Step>)`);
      if (childrenOf(scrolly).length === 0)
        throw new Error(`scrolly without steps: ${id} (expected <Step state="…">)`);
    }
  },
  See: {needs: ["section"], check: (see) => pageOfSection(neededAttribute(see, "section"))},
  Size: {takes: ["family"], check: (size) => runOfSize(textIn(size).trim(), attributeOf(size, "family"))},
  Step: {
    needs: ["state"],
    check: (step, around) => {
      const state = neededAttribute(step, "state");
      const scrolly = around.at(-1);
      if (scrolly?.name !== "Scrolly")
        throw new Error(`step outside a scrolly: ${state} (expected <Scrolly> around it)`);
      checkState(neededAttribute(scrolly, "chart"), state);
    }
  }
};

/** Names of the components that sections may hold. */
export const componentNames: readonly string[] = Object.keys(rules);

/**
 * Lets a component pass.
 *
 * @param around the components that it stands in, from the outermost
 * @throws where there is no such component, an attribute is missing, computed or not its own, or a word in it names
 * nothing.
 */
export function checkComponent(component: Component, around: readonly Component[]): void {
  const name = component.name ?? "";
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  if (!rule) throw new Error(`unknown component: ${name} (one of ${componentNames.join(", ")})`);
  const {needs = [], takes = [], flags = [], check} = rule;
  const known = [...needs, ...takes, ...flags];
  const seen = new Set<string>();
  for (const attribute of component.attributes) {
    if (attribute.type !== "mdxJsxAttribute")
      throw new Error(`computed attributes: {${attribute.value}} of <${name}> (expected each by its name)`);
    const {name: own, value} = attribute;
    if (!known.includes(own))
      throw new Error(`unknown attribute: ${own} of <${name}> (expected ${known.join(", ") || "none"})`);
    // The check would read the first, and the build the last.
    if (seen.has(own)) throw new Error(`repeated attribute: ${own} of <${name}> (expected it once)`);
    seen.add(own);
    if (typeof value === "object" && value !== null)
      throw new Error(`computed attribute: ${own}={${value.value}} of <${name}> (expected ${own}="…")`);
    if (flags.includes(own) && typeof value === "string")
      throw new Error(`value of ${own}: ${JSON.stringify(value)} of <${name}> (expected ${own} alone)`);
    if (!flags.includes(own) && (value ?? "") === "")
      throw new Error(`empty attribute: ${own} of <${name}> (expected ${own}="…")`);
  }
  for (const needed of needs) neededAttribute(component, needed);
  check?.(component, around);
}

function checkState(chart: string, state: string | undefined): void {
  const found = find("chart", charts, chart);
  if (state !== undefined) namedState(found, state);
}
