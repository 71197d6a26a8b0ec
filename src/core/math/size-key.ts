/** A size in three digits at most, e.g. `"74M"`, `"1.02B"`: part of a key, and so the same in every language. */
export function sizeKey(parameters: number): string {
  const step = 10 ** (Math.floor(Math.log10(parameters)) - 2);
  // Rounded as a whole number: 7.475 is a little less than it says, and would become 7.47.
  const rounded = Math.round(parameters / step) * step;
  if (rounded >= 1e12) return `${rounded / 1e12}T`;
  return rounded >= 1e9 ? `${rounded / 1e9}B` : `${rounded / 1e6}M`;
}
