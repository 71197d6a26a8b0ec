import type {Work} from "../../core/define/dataset.ts";

/** Luo et al. 2025, by the repository that holds their numbers. */
export const luo2025 = {
  authors: "Luo et al.",
  title: "A Multi-Power Law for Loss Curve Prediction Across Learning Rate Schedules",
  year: 2025,
  url: "https://github.com/thu-yao-01-luo/MultiPowerLaw",
  accessed: "2026-11-24"
} as const satisfies Work;

/** The licence of its repository. */
export const licence = {id: "MIT", notice: "Copyright (c) 2025 Kairong Luo"} as const;
