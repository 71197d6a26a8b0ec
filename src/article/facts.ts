import type {Fact} from "../core/define/fact.ts";

const files = import.meta.glob<Readonly<Record<string, Fact>>>("../facts/*.ts", {
  eager: true,
  import: "default"
});

/** Every fact by its name, from all files of `src/facts`. */
const facts: ReadonlyMap<string, Fact> = collect(files);

/** Names of all facts. */
export const factNames: readonly string[] = [...facts.keys()];

/**
 * The value of a fact as the prose asks for it: its name and its words, e.g. `"final-loss llama1-7B"`.
 *
 * @throws where there is no such fact, or it has no such value.
 */
export function factValue(asked: string): number {
  const [name = "", ...words] = asked.split(" ");
  const fact = facts.get(name);
  if (!fact) throw new Error(`unknown fact: ${name} (one of ${factNames.join(", ")})`);
  const value = valueFor(asked, () => fact(...words));
  if (!Number.isFinite(value))
    throw new Error(`fact without a value: ${JSON.stringify(asked)} is ${value} (expected a number)`);
  return value;
}

/** What a fact says to its words, or why it can't, with the words. */
function valueFor(asked: string, value: () => number): number {
  try {
    return value();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`wrong words to a fact: ${JSON.stringify(asked)} (${reason})`, {cause: error});
  }
}

function collect(all: typeof files): ReadonlyMap<string, Fact> {
  const entries = Object.values(all).flatMap((file) => Object.entries(file));
  const names = entries.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`repeated fact: ${twice} (expected one of each name)`);
  return new Map(entries);
}
