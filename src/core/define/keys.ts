/** The keys of a record that is written out in full, which has no others, in their order. */
export function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  // TypeScript lets a value have more keys than its type; a record that is written out has none.
  return Object.keys(record) as K[];
}
