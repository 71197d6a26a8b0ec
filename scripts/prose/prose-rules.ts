import {retext} from "retext";
import retextContractions from "retext-contractions";
import retextEnglish from "retext-english";
import retextIndefiniteArticle from "retext-indefinite-article";
import retextRepeatedWords from "retext-repeated-words";
import retextSentenceSpacing from "retext-sentence-spacing";
import retextSimplify from "retext-simplify";

/** Something in a text that a rule forbids. */
export interface Fault {
  readonly rule: string;
  readonly reason: string;
  /** Where it begins in the text, from 0. */
  readonly index: number;
}

/** Words that a sentence may have. */
const longest = 45;

/** Words that praise or soften instead of saying how much. */
const hype =
  /\b(?:actually|amazing(?:ly)?|basically|clearly|cutting-edge|dramatic(?:ally)?|essentially|extremely|fundamentally|game-changing|huge(?:ly)?|incredibl[ey]|interestingly|literally|massive(?:ly)?|needless to say|obviously|of course|really|remarkabl[ey]|revolutionary|significantly|simply|tremendous(?:ly)?|truly|unprecedented|utterly)\b/gi;

const forbidden: readonly {rule: string; pattern: RegExp; expected: string}[] = [
  {rule: "exclamation", pattern: /!/g, expected: "a full stop"},
  {rule: "quote", pattern: /["']/g, expected: "“, ”, ‘ or ’"},
  {rule: "dash", pattern: /\s[—–-]+(?=\s)/g, expected: "a comma, a colon or another sentence"},
  {rule: "hype", pattern: hype, expected: "how much, or nothing"}
];

/** What retext-simplify would replace and is right here: words of the field, and plain English. */
const plain = [
  "address",
  "all of",
  "e.g.",
  "forward",
  "function",
  "it is",
  "optimum",
  "parameters",
  "previous",
  "request",
  "there are",
  "there is",
  "type"
];

const english = retext()
  .use(retextEnglish)
  .use(retextContractions)
  .use(retextIndefiniteArticle)
  .use(retextRepeatedWords)
  .use(retextSentenceSpacing)
  .use(retextSimplify, {ignore: plain})
  .freeze();

/** What is wrong with a text in plain English, in its order. */
export async function faultsIn(text: string): Promise<Fault[]> {
  const {messages} = await english.process(text);
  const faults = [
    ...messages.map(({source, reason, place}) => ({
      rule: source ?? "retext",
      reason,
      index: place && "start" in place ? (place.start.offset ?? 0) : (place?.offset ?? 0)
    })),
    ...forbidden.flatMap(({rule, pattern, expected}) =>
      Array.from(text.matchAll(pattern), ({0: found, index}) => ({
        rule,
        reason: `not plain: ${found.trim()} (expected ${expected})`,
        index
      }))
    ),
    ...longSentences(english.parse(text))
  ];
  return faults.sort((a, b) => a.index - b.index);
}

interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly position?: {readonly start: {readonly offset?: number | undefined}} | undefined;
}

function longSentences(node: Node): Fault[] {
  const {type, children = [], position} = node;
  if (type !== "SentenceNode") return children.flatMap(longSentences);
  const words = children.filter((child) => child.type === "WordNode").length;
  if (words <= longest) return [];
  const reason = `long sentence: ${words} words (expected at most ${longest})`;
  return [{rule: "sentence-length", reason, index: position?.start.offset ?? 0}];
}
