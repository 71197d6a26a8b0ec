import type {Work} from "../../core/define/dataset.ts";

/** Gadre et al. 2024, models trained far past the optimum, and a law for them. */
export const gadre2024 = {
  authors: "Gadre et al.",
  title: "Language models scale reliably with over-training and on downstream tasks",
  year: 2024,
  url: "https://arxiv.org/abs/2403.08540",
  accessed: "2026-11-26"
} as const satisfies Work;
