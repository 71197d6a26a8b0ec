import type {Work} from "../../core/define/dataset.ts";

/** Touvron et al. 2023a, the LLaMA paper. */
export const touvron2023llama = {
  authors: "Touvron et al.",
  title: "LLaMA: Open and Efficient Foundation Language Models",
  year: 2023,
  url: "https://arxiv.org/abs/2302.13971",
  accessed: "2026-11-24"
} as const satisfies Work;
