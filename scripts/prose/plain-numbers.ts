/** A number written in digits, as a text has it. */
export interface Numeral {
  /** Its digits and what is attached to them, e.g. `"2.665"`, `"13.4B"`, `"10%"`. */
  readonly text: string;
  /** Where it begins in the text, from 0. */
  readonly index: number;
}

const numbered = "[A-Z]?\\d{1,2}(?![\\d.,]?\\d)";
const family = "(?:LLaMA|Llama(?: [23])?|TinyLlama|Qwen(?:\\d(?:\\.\\d)?)?)";

/** What is counted by these is no name and no year: "13B tokens", "2000 hours". */
const counted = "(?! (?:tokens|hours|GPU|steps|sequences|FLOP|nats|per cent|million|billion|trillion))";

/** What has digits and is no measurement. Each is blanked out where it stands, the longer before its parts. */
const plain: readonly RegExp[] = [
  // Identifiers of papers, e.g. "arXiv 2203.15556".
  /arXiv[ :]\d{4}\.\d{4,5}/g,
  // What a paper numbers, alone or in a list: "Tables 3 and A3", "Equation 10", "approaches 1 to 3".
  new RegExp(
    `\\b(?:[Ff]igures?|[Tt]ables?|[Ee]quations?|[Ss]ections?|[Aa]ppendix|[Aa]pproach(?:es)?|Acts?) ${numbered}(?:(?:,| and| to|–) ?${numbered})*`,
    "g"
  ),
  /\b[Ss]ection \d\.\d(?![\d.,]?\d)/g,
  // Sizes of the open families that have no other name: the ladder's, and Gadre et al.'s two largest.
  new RegExp(`(?<![\\d.,])(?:190M|370M|760M|1B|3B|1\\.4B|6\\.9B)\\b${counted}`, "g"),
  // Models of a family, e.g. "Llama 3’s 8B", and the sizes of LLaMA and Llama 2 by themselves.
  new RegExp(`\\b${family}(?:’s)? \\d+(?:\\.\\d+)?[MB]\\b`, "g"),
  new RegExp(`(?<![\\d.,])(?:7|13|33|34|65|70|33/34|65/70)B\\b${counted}`, "g"),
  // Names: "LLaMA 1", "Llama 2", "GPT-3", "Jurassic-1"; the schedule "1-sqrt", a test "5-shot".
  /\b(?:LLaMA 1|Llama [23](?:\.\d)?)(?![\d.,]?\d)/g,
  /\b[A-Z][A-Za-z]*-\d(?:\.\d)?(?![\d.,]?\d)/g,
  /\b1-sqrt\b/g,
  /(?<![\d.,])\d-shot\b/g,
  // Formulas: "6ND", "2N", "6 × parameters × tokens".
  /(?<![\d.,])\dN(?:D)?\b/g,
  /(?<![\d.,])6 × parameters × tokens/g,
  // Powers of ten, as in a unit: "10⁻⁴".
  /(?<![\d.,])10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
  // Years from 1950 to 2050, unless something is counted: "2000 steps".
  new RegExp(
    `(?<![\\d.,])(?:19[5-9]\\d|20[0-4]\\d|2050)(?![\\d.,]?\\d|[%×kMBT])${counted}(?! (?:parameters|runs|models))`,
    "g"
  )
];

// A digit right behind a letter is part of a name: A100, Qwen2.5, C4.
const numeral = /(?<![\p{L}\d]|\d[.,])\d+(?:,\d{3})*(?:\.\d+)?(?:[%×]|[kMBT]\b)?/gu;

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  b: 1e9,
  t: 1e12,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12
};

/**
 * The numbers in a text that are measurements by the look of them, in their order. Left out is what may be plain:
 * years, names of models and sizes, what a paper numbers, formulas, powers of ten, and the values `inView`.
 *
 * @param inView values that the figure beside the text has as choices or on its axes, as they are written there,
 *   e.g. `"6M"`; the text may say `6 million` for it, but a digit more than it has is a measurement
 */
export function numeralsIn(text: string, inView: readonly string[] = []): Numeral[] {
  let rest = text;
  for (const pattern of plain) rest = rest.replace(pattern, (found) => " ".repeat(found.length));
  const seen = new Set(inView.flatMap(formsOf));
  return Array.from(rest.matchAll(numeral), ({0: found, index}) => ({text: found, index})).filter(
    ({text: found, index}) => {
      const word = /^ (million|billion|trillion)\b/.exec(rest.slice(index + found.length))?.[1];
      return !formsOf(word === undefined ? found : `${found} ${word}`).some((form) => seen.has(form));
    }
  );
}

/** A value in the ways that it may be written, to the digit: 24k is 24,000, and 6.0 million isn’t 6 million. */
function formsOf(written: string): string[] {
  const [, number = "", attached = "", word = ""] =
    /^([\d.,]+)([%×]|[kmbt](?!\w))?(?: (\w+))?$/i.exec(written.trim()) ?? [];
  const digits = number.replaceAll(",", "");
  const scale = scales[attached.toLowerCase()] ?? scales[word];
  if (digits === "") return [];
  if (scale === undefined) return [digits + attached];
  return [
    `${digits} × ${scale}`,
    ...(digits.includes(".") ? [] : [String(Number(digits) * scale)]),
    // A word behind the number may be the unit of an axis: "6 million" is the 6 of an axis in millions.
    ...(attached === "" ? [digits] : [])
  ];
}
