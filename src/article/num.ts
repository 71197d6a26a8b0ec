/** A number as prose prints it. */
export interface PrintedNumber {
  readonly value: number;
  /** Half a unit of the last printed digit: how far a computed number may be from it; > 0. */
  readonly tolerance: number;
}

const scales: Readonly<Record<string, number>> = {
  "": 1,
  "%": 0.01,
  k: 1e3,
  M: 1e6,
  B: 1e9,
  T: 1e12,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12
};

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

const grammar = new RegExp(
  [
    String.raw`^(?<sign>[+\-−])?`,
    String.raw`(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<decimals>\d+))?`,
    String.raw`(?:e(?<e>\d+)|\s?×\s?10(?:\^(?<caret>\d+)|(?<raised>[${superscripts}]+)))?`,
    String.raw`(?:\s?(?<scale>%|k|M|B|T|million|billion|trillion))?$`
  ].join(""),
  "u"
);

/**
 * The number that a printed text stands for, and the rounding that its digits allow.
 *
 * Read are a sign (also U+2212), thousands separated by commas, decimals, a power of ten (`e22`, `× 10^22`,
 * `× 10²²`), and one of `%`, `k`, `M`, `B`, `T`, `million`, `billion`, `trillion`. Zeros count as printed digits:
 * `240k` is good to 0.5k, `0.24M` to 5k.
 *
 * @throws where the text is anything else; words such as "about" and units stay outside.
 */
export function parsePrinted(text: string): PrintedNumber {
  const groups = grammar.exec(text.trim())?.groups;
  if (!groups)
    throw new Error(`not a number: ${JSON.stringify(text)} (expected such as 26.3k, −0.005 or 2.29 × 10²²)`);
  const {sign, whole = "", decimals = "", e, caret, raised, scale = ""} = groups;
  const exponent = Number(e ?? caret ?? plainDigits(raised ?? ""));
  const unit = (scales[scale] ?? NaN) * 10 ** exponent;
  const digits = Number(`${whole.replaceAll(",", "")}.${decimals}`);
  return {
    value: (sign === "-" || sign === "−" ? -digits : digits) * unit,
    tolerance: 0.5 * 10 ** -decimals.length * unit
  };
}

function plainDigits(raised: string): string {
  return Array.from(raised, (digit) => superscripts.indexOf(digit)).join("");
}

/** Whether a printed number is what `value` rounds to at its own last digit. @throws where it is no number. */
export function agrees(text: string, value: number): boolean {
  const printed = parsePrinted(text);
  // Decimal halves such as 0.0005 have no exact binary form: a value just on the edge agrees.
  return Math.abs(printed.value - value) <= printed.tolerance * (1 + 1e-9);
}

/** Lets a printed number pass. @throws where the text is no number, or `value` does not round to it. */
export function checkPrinted(text: string, name: string, value: number): void {
  if (agrees(text, value)) return;
  throw new Error(
    `number differs from the data: ${JSON.stringify(text)} for ${name} (data say ${formatData(value)})`
  );
}

function formatData(value: number): string {
  return Math.abs(value) >= 1e15 ? value.toExponential(4) : String(Number(value.toPrecision(5)));
}
