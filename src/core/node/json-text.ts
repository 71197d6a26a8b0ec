/** A text, an array of numbers alone, or a number, as `JSON.stringify` writes them. */
const tokens = /"(?:[^"\\]|\\.)*"|\[-?\d[\d.e+,-]*\]|-?\d[\d.e+-]*/g;

/** Digits that a number of 64 bits may not hold. */
const longInteger = /(?<![\d.])\d{16,}(?![\d.e])/;

/**
 * JSON in which whole numbers that are too large to be counted with have an exponent, and so has every number of an
 * array with such a one: `493500000000000000000` is an error or a text for readers whose integers have 64 bits.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(tokens, (token) =>
    token.startsWith('"') || !longInteger.test(token)
      ? token
      : token.replace(/-?\d[\d.e+-]*/g, (number) => Number(number).toExponential())
  );
}

/** A response that is such JSON. */
export function jsonResponse(value: unknown): Response {
  return new Response(jsonText(value), {headers: {"content-type": "application/json"}});
}
