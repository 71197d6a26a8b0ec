import type {Work} from "../../core/define/dataset.ts";

/** Hoffmann et al. 2022, the Chinchilla paper. */
export const hoffmann2022 = {
  authors: "Hoffmann et al.",
  title: "Training Compute-Optimal Large Language Models",
  year: 2022,
  url: "https://arxiv.org/abs/2203.15556",
  accessed: "2026-11-24"
} as const satisfies Work;
