import {defineSchedule} from "../core/define/schedule.ts";

/** A straight line from the peak to the floor, over the whole run after warm-up. */
export default defineSchedule({
  title: {en: "Linear"},
  description: {
    en: "After warm-up the learning rate falls along a straight line to the floor, which it reaches as the run ends."
  },
  tex: String.raw`\eta(i) = p + (q - p)\,\frac{i - W}{T - W}`,
  source: {
    authors: "Bergsma et al.",
    title: "Straight to Zero: Why Linearly Decaying the Learning Rate to Zero Works Best for LLMs",
    year: 2025,
    url: "https://arxiv.org/abs/2502.15938",
    locator: "linear decay, to zero and to a tenth of the peak",
    accessed: "2026-11-24"
  },
  share: (step, {steps, warmup, floor}) => 1 + (floor - 1) * ((step - warmup) / (steps - warmup))
});
