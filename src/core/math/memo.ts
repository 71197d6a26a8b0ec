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
  const results = new Map<string, R>();
  return (...input) => {
    const key = keyOf(...input);
    if (results.has(key)) return results.get(key)!;
    const result = compute(...input);
    if (results.size >= size) results.delete(results.keys().next().value!);
    results.set(key, result);
    return result;
  };
}
