import type {Work} from "../../core/define/dataset.ts";

/** Schaipp et al. 2025, whose repository holds the runs of Hägele et al. */
export const schaipp2025 = {
  authors: "Schaipp et al.",
  title:
    "The Surprising Agreement Between Convex Optimization Theory and Learning-Rate Scheduling for Large Model Training",
  year: 2025,
  url: "https://arxiv.org/abs/2501.18965",
  accessed: "2026-11-26"
} as const satisfies Work;

/** The licence of their repository. */
export const licence = {id: "MIT", notice: "Copyright (c) 2025 Fabian Schaipp, Alexander Hägele"} as const;
