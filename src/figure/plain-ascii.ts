/** What ASCII writes otherwise; a letter with an accent loses it. */
const written: readonly (readonly [RegExp, string])[] = [
  [/×10(?=[⁻⁰¹²³⁴-⁹])/g, "e"],
  [/\b10(?=[⁻⁰¹²³⁴-⁹])/g, "1e"],
  [/[⁻−–—‐‑]/g, "-"],
  [/[‘’]/g, "'"],
  [/[“”]/g, '"'],
  [/×/g, "x"],
  [/±/g, "+-"],
  [/≤/g, "<="],
  [/≥/g, ">="],
  [/·/g, ","],
  [/…/g, "..."],
  [/→/g, "->"]
];

/**
 * A name in ASCII, for a cell or a header that programs read: some take a file for another encoding than it is in,
 * and write `57M–140M` as `57Mâ€“140M`.
 *
 * @returns `undefined` where it has letters that ASCII can’t write
 */
export function plainAscii(name: string): string | undefined {
  const plain = written
    .reduce((text, [from, to]) => text.replace(from, to), name)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
  return /^[ -~]*$/.test(plain) ? plain : undefined;
}
