import type {Work} from "../../core/define/dataset.ts";

/** Touvron et al. 2023b, the Llama 2 paper. */
export const touvron2023llama2 = {
  authors: "Touvron et al.",
  title: "Llama 2: Open Foundation and Fine-Tuned Chat Models",
  year: 2023,
  url: "https://arxiv.org/abs/2307.09288",
  accessed: "2026-11-24"
} as const satisfies Work;
