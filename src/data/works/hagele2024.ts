import type {Work} from "../../core/define/dataset.ts";

/** Hägele et al. 2024, on schedules whose rate stays up until they end. */
export const hagele2024 = {
  authors: "Hägele et al.",
  title: "Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations",
  year: 2024,
  url: "https://arxiv.org/abs/2405.18392",
  accessed: "2026-11-24"
} as const satisfies Work;
