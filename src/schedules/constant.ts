import {defineSchedule} from "../core/define/schedule.ts";

/** The peak, for as long as the run lasts. */
export default defineSchedule({
  title: {en: "Constant"},
  description: {en: "After warm-up the learning rate stays at its peak; the floor is never used."},
  tex: String.raw`\eta(i) = p`,
  source: {
    authors: "Hägele et al.",
    title: "Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations",
    year: 2024,
    url: "https://arxiv.org/abs/2405.18392",
    locator: "the constant rate before the cooldown",
    accessed: "2026-11-24"
  },
  share: () => 1
});
