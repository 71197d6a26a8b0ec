import {crossings, type Crossing} from "../../core/math/crossings.ts";
import type {Run} from "../runs.ts";

/** Layers and width of LLaMA's models (Touvron et al. 2023a, Table 2), which Llama 2 keeps up to 13B. */
const shapes: Readonly<Record<string, {readonly layers: number; readonly width: number}>> = {
  "7B": {layers: 32, width: 4096},
  "13B": {layers: 40, width: 5120},
  "33B": {layers: 60, width: 6656},
  "65B": {layers: 80, width: 8192}
};

/** Tokens that LLaMA's models see at once (Llama 2, Table 1). */
const context = 2048;

/**
 * FLOPs that a LLaMA run spends on each token with attention counted: 6N, and 12 for each layer, unit of width and
 * token of the context.
 *
 * Source: PaLM (arXiv 2204.02311), appendix B.
 *
 * @throws where the run isn't one of LLaMA's.
 */
export function flopsWithAttention({family, model, parameters}: Run): number {
  const shape = family === "llama1" ? shapes[model] : undefined;
  if (!shape) throw new Error(`unknown shape: ${family}-${model} (expected a run of LLaMA)`);
  return 6 * parameters * 1e9 + 12 * shape.layers * shape.width * context;
}

/** Where the lead between two LLaMA runs changes by FLOPs, with attention counted. */
export function crossingsWithAttention(small: Run, large: Run): Crossing[] {
  const [a, b] = [small, large].map((run) => ({
    x: run.tokens.map((tokens) => tokens * 1e9 * flopsWithAttention(run)),
    y: run.loss
  }));
  return a && b ? crossings(a, b) : [];
}
