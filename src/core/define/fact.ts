/**
 * A number that prose may print: computed from data or law, from the words that stand behind its name.
 *
 * @throws where the words name nothing in the data.
 */
export type Fact = (...words: string[]) => number;

/** Returns its argument: facts by the names they have in the prose. */
export function defineFacts<const F extends Readonly<Record<string, Fact>>>(facts: F): F {
  return facts;
}
