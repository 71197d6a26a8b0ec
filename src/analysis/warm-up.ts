/** Steps over which the learning rate of every LLaMA and Llama 2 run rises (both papers, section 2). */
export const warmupSteps = 2000;

/** Tokens of one step, which the papers round to 4M (notes of the dataset `llama1-curves`). */
const tokensPerStep = 2 ** 22;

/** Share that the warm-up takes of a LLaMA or Llama 2 run of so many tokens (1e9), in (0, 1). */
export function warmupShare(tokens: number): number {
  return (warmupSteps * tokensPerStep) / (tokens * 1e9);
}
