/**
 * A pure function that remembers its last results, so that a drawing, its numbers and its sentences, which all ask for
 * the same, cost one evaluation.
 *
 * @param keyOf what tells one set of arguments from another
 * @param size how many results are kept; the oldest goes first
 */
export function remember<A extends readonly unknown[], R>(
  compute: (...input: A) => R,
  keyOf: (...input: A) => string,
  size = 4
): (...input: A) => R {
  const results = new Map<string, {readonly result: R}>();
  return (...input) => {
    const key = keyOf(...input);
    const known = results.get(key);
    if (known) return known.result;
    const result = compute(...input);
    const oldest = results.keys().next();
    if (results.size >= size && !oldest.done) results.delete(oldest.value);
    results.set(key, {result});
    return result;
  };
}
