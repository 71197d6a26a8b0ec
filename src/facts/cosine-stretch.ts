import cycleLength from "../data/chinchilla-figure-a1-cycle.ts";
import stretch from "../data/cosine-stretch-24k.ts";
import {lawErrorAtEnd} from "../analysis/law-error.ts";
import {lossNear24k, measuredSchedules, measuredSteps} from "../analysis/measured-runs.ts";
import cosine from "../schedules/cosine.ts";
import {cycleLoss, ownCosinesApart} from "../analysis/cosine-cycles.ts";
import {defineFact, defineFacts, listedWord, numberWord} from "../core/define/fact.ts";

const panel = listedWord("panel", cycleLength.fields.panel.categories);
const multiplier = numberWord("cycle length in runs");
const sequences = numberWord("millions of sequences");
const bound = numberWord("loss");
const models = stretch.fields.model.categories;
const model = listedWord("model", models);
const schedule = listedWord("schedule", stretch.fields.schedule.categories);

/** Numbers of the runs under different learning-rate schedules. */
export default defineFacts({
  /** Loss of Chinchilla's Figure A1. */
  "ablation-loss": defineFact([panel, multiplier, sequences], (...run) => cycleLoss(...run).loss),

  /** The same of a run that must stand below a bound, and of one that must stand above it. */
  "ablation-below": defineFact([panel, multiplier, sequences, bound], (row, length, seen, most) => {
    const {loss} = cycleLoss(row, length, seen);
    if (loss < most) return loss;
    throw new Error(`not below ${most}: ${loss} (expected as the sentence says)`);
  }),
  "ablation-above": defineFact([panel, multiplier, sequences, bound], (row, length, seen, least) => {
    const {loss} = cycleLoss(row, length, seen);
    if (loss > least) return loss;
    throw new Error(`not above ${least}: ${loss} (expected as the sentence says)`);
  }),

  /** Cycle length of Chinchilla's Figure A1, in sequences. */
  "ablation-cycle": defineFact([panel, multiplier], (row, length) => cycleLoss(row, length, 6).cycle * 1e6),

  /** How much higher the long run's own cosine stands than the short run's, after some millions of sequences. */
  "ablation-difference": defineFact([sequences], ownCosinesApart),

  /** Loss near step 24 000 of a model under one schedule less that under another. */
  "schedule-difference": defineFact(
    [model, schedule, schedule],
    (size, one, other) => lossNear24k(size, one) - lossNear24k(size, other)
  ),

  /** Parameters of an open model, in 1e6, by its name. */
  "open-millions": defineFact([model], (name) => Number(name.replace("M", ""))),

  /** Steps of an open run, by its schedule. */
  "steps-of": defineFact([listedWord("schedule", measuredSchedules)], (name) => measuredSteps[name]),

  /** Least and largest error of the multi-power law where a matched cosine or a short decay ends. */
  "law-error-least": defineFact([], () => Math.min(...lawErrors())),
  "law-error-most": defineFact([], () => Math.max(...lawErrors())),

  /** Learning rate at the end of a run, as a share of the peak: floor 10 %, warm-up 1 %. */
  "last-rate": defineFact([multiplier], (stretched) =>
    cosine.rate(10_000, {steps: Math.round(stretched * 10_000), warmup: 100, peak: 1, floor: 0.1})
  )
});

function lawErrors(): number[] {
  return models.flatMap((size) =>
    (["cosine_24000", "wsd_20000_24000", "wsdld_20000_24000"] as const).map((under) =>
      Math.abs(lawErrorAtEnd(size, under))
    )
  );
}
