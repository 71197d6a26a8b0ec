import type {Work} from "../../core/define/dataset.ts";

/** Bhagia et al. 2024, the model ladder of five sizes and five lengths. */
export const bhagia2024 = {
  authors: "Bhagia et al.",
  title: "Establishing Task Scaling Laws via Compute-Efficient Model Ladders",
  year: 2024,
  url: "https://arxiv.org/abs/2412.04403",
  accessed: "2026-11-26"
} as const satisfies Work;
