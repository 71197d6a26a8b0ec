/** Below this a plain number would have an exponent in JavaScript, and beside it another might have none. */
const least = 1e-6;

/**
 * The numbers of a column, each exactly, and all in one form: with an exponent where one of them is too large for the
 * whole numbers that programs count in, or too small for plain digits. `4935000…` without a point is no number for a
 * reader of 64 bits, and a text from there down.
 *
 * @param values `undefined` for an empty cell, `""`
 */
export function numberTexts(values: readonly (number | undefined)[]): readonly string[] {
  const hasExponents = values.some(
    (value = 0) => Math.abs(value) > Number.MAX_SAFE_INTEGER || (value !== 0 && Math.abs(value) < least)
  );
  return values.map((value) => {
    if (value === undefined) return "";
    return hasExponents ? value.toExponential() : String(value);
  });
}
