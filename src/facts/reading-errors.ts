import figureA1 from "../data/chinchilla-figure-a1-cycle.ts";
import llama1Curves from "../data/llama1-curves.ts";
import llama2Curves from "../data/llama2-curves.ts";
import {defineFact, defineFacts, namedWord} from "../core/define/fact.ts";
import {firstLocale} from "../core/i18n/locale.ts";
import type {Dataset} from "../core/define/dataset.ts";

const read: ReadonlyMap<string, Dataset> = new Map<string, Dataset>([
  ["chinchilla-figure-a1-cycle", figureA1],
  ["llama1-curves", llama1Curves],
  ["llama2-curves", llama2Curves]
]);

/** How well figures were read. */
export default defineFacts({
  /** Error of a loss in a dataset, in nats per token, as its provenance states it first. */
  "reading-error": defineFact([namedWord("dataset", readingError)], (error) => error),

  /** How well a fall over 1e11 tokens of LLaMA is known, in nats: a loss is read at either end. */
  "fall-rate-error": defineFact([], () => 2 * readingError("llama1-curves"))
});

function readingError(name: string): number {
  const error = read.get(name)?.provenance.error[firstLocale];
  if (error === undefined)
    throw new Error(`unknown dataset: ${name} (one of ${[...read.keys()].join(", ")})`);
  const stated = /±([\d.]+) nat\/token/.exec(error)?.[1];
  if (stated === undefined) throw new Error(`no error of a loss: ${error} (expected ±… nat/token)`);
  return Number(stated);
}
