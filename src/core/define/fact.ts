/**
 * A number that prose may print: computed from data or law, from the words that stand behind its name.
 *
 * @throws where the words name nothing in the data, or are too few or too many.
 */
export type Fact = (...words: string[]) => number;

/** What a word behind a fact's name may be, and what it stands for. */
export interface Word<T> {
  /** What errors call it, e.g. `"run"`. */
  readonly kind: string;
  /** @throws where the word stands for nothing; `undefined` is a word that is missing. */
  readonly read: (word: string | undefined) => T;
}

type Meanings<W extends readonly Word<unknown>[]> = {
  readonly [K in keyof W]: W[K] extends Word<infer T> ? T : never;
};

/** A fact that is computed from what its words stand for. */
export function defineFact<const W extends readonly Word<unknown>[]>(
  words: W,
  compute: (...meanings: Meanings<W>) => number
): Fact {
  return (...written) => {
    if (written.length > words.length) {
      const expected = words.map(({kind}) => kind).join(", ") || "none";
      throw new Error(`too many words: ${written.join(" ")} (expected ${expected})`);
    }
    // The compiler can't follow a mapped tuple: each word is read by its own place in the list.
    return compute(...(words.map(({read}, index) => read(written[index])) as unknown as Meanings<W>));
  };
}

/** Returns its argument: facts by the names they have in the prose. */
export function defineFacts<const F extends Readonly<Record<string, Fact>>>(facts: F): F {
  return facts;
}

/** A word that `find` finds something for; its own error says what is known. */
export function namedWord<T>(kind: string, find: (name: string) => T): Word<T> {
  return {kind, read: (word) => find(present(kind, word))};
}

/** A word of a closed list. */
export function listedWord<const T extends string>(kind: string, allowed: readonly T[]): Word<T> {
  return namedWord(kind, (word) => {
    const found = allowed.find((each) => each === word);
    if (found === undefined)
      throw new Error(`unknown ${kind}: ${word} (expected one of ${allowed.join(", ")})`);
    return found;
  });
}

/** A word that is a number, e.g. `"1e12"`. */
export function numberWord(kind: string): Word<number> {
  return namedWord(kind, (word) => {
    if (word === "" || !Number.isFinite(Number(word)))
      throw new Error(`not a number: ${JSON.stringify(word)} (expected ${kind}, such as 1e12)`);
    return Number(word);
  });
}

/** A last word that may be missing. */
export function optionalWord<T, const F>({kind, read}: Word<T>, fallback: F): Word<T | F> {
  return {kind, read: (word) => (word === undefined ? fallback : read(word))};
}

function present(kind: string, word: string | undefined): string {
  if (word === undefined) throw new Error(`missing word: ${kind} (expected one more)`);
  return word;
}

/** Whether a fact of many values is the least or the most of them. */
export const boundWord = listedWord("bound", ["least", "most"]);

/** The least or the most of some values. @throws where there are none. */
export function boundOf(which: "least" | "most", values: readonly number[]): number {
  const found = which === "least" ? Math.min(...values) : Math.max(...values);
  if (Number.isFinite(found)) return found;
  throw new Error(`no bound: ${found} (expected finite values, at least one)`);
}

/** A value that a sentence calls higher, lower, ahead or behind: it mustn't be on the other side. @throws where it is. */
export function onItsSide(value: number): number {
  if (value >= 0) return value;
  throw new Error(`on the other side: ${value} (expected at least 0, as the sentence says)`);
}
