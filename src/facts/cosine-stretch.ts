import cycleLength from "../data/chinchilla-figure-a1-cycle.ts";
import stretch from "../data/cosine-stretch-24k.ts";
import {lawErrorAtEnd} from "../analysis/law-error.ts";
import {lossNear24k, measuredSteps, type MeasuredSchedule} from "../analysis/measured-runs.ts";
import cosine from "../schedules/cosine.ts";
import {cycleLoss, ownCosinesApart} from "../analysis/cosine-cycles.ts";
import {defineFacts} from "../core/define/fact.ts";

const models = stretch.fields.model.categories;

/** Numbers of the runs under different learning-rate schedules. */
export default defineFacts({
  /** Loss of Chinchilla's Figure A1: panel, cycle length in runs, millions of sequences. */
  "ablation-loss": (panel, multiplier, sequences) =>
    cycleLoss(panel, Number(multiplier), Number(sequences)).loss,

  /** The same of a run that must stand below a bound, and of one that must stand above it. */
  "ablation-below": (panel, multiplier, sequences, bound) => {
    const {loss} = cycleLoss(panel, Number(multiplier), Number(sequences));
    if (loss < Number(bound)) return loss;
    throw new Error(`not below ${bound}: ${loss} (expected as the sentence says)`);
  },
  "ablation-above": (panel, multiplier, sequences, bound) => {
    const {loss} = cycleLoss(panel, Number(multiplier), Number(sequences));
    if (loss > Number(bound)) return loss;
    throw new Error(`not above ${bound}: ${loss} (expected as the sentence says)`);
  },

  /** Sequences after which all twelve curves of Figure A1 are compared: the middle of the three places. */
  "sequences-compared": () => {
    const places = [...new Set(cycleLength.rows.map(({sequences}) => sequences))].sort((a, b) => a - b);
    return (places[Math.floor(places.length / 2)] ?? NaN) * 1e6;
  },

  /** Cycle length of Chinchilla's Figure A1, in sequences: panel, cycle length in runs. */
  "ablation-cycle": (panel, multiplier) => cycleLoss(panel, Number(multiplier), 6).cycle * 1e6,

  /** How much higher the long run's own cosine stands than the short run's, after some millions of sequences. */
  "ablation-difference": (sequences) => ownCosinesApart(Number(sequences)),

  /** Loss near step 24 000 of a model under one schedule less that under another. */
  "schedule-difference": (model, schedule, reference) =>
    lossNear24k(model, schedule) - lossNear24k(model, reference),

  /** Parameters of an open model, in 1e6, by its name. */
  "open-millions": (name) => {
    if (models.some((model) => model === name)) return Number(name.replace("M", ""));
    throw new Error(`unknown model: ${name} (one of ${models.join(", ")})`);
  },

  /** Steps of an open run, by its schedule. */
  "steps-of": (schedule) => measuredSteps[schedule as MeasuredSchedule],

  /** How far two runs of one size with a constant rate are apart near step 24 000, at most. */
  "constant-difference": () =>
    Math.max(
      ...models.map((model) =>
        Math.abs(lossNear24k(model, "constant_24000") - lossNear24k(model, "constant_72000"))
      )
    ),

  /** Least and largest error of the multi-power law where a matched cosine or a short decay ends. */
  "law-error-least": () => Math.min(...lawErrors()),
  "law-error-most": () => Math.max(...lawErrors()),

  /** Learning rate at the end of a run, as a share of the peak: cycle length in runs; floor 10 %, warm-up 1 %. */
  "last-rate": (stretched) =>
    cosine.rate(10_000, {steps: Math.round(Number(stretched) * 10_000), warmup: 100, peak: 1, floor: 0.1})
});

function lawErrors(): number[] {
  return models.flatMap((model) =>
    (["cosine_24000", "wsd_20000_24000", "wsdld_20000_24000"] as const).map((schedule) =>
      Math.abs(lawErrorAtEnd(model, schedule))
    )
  );
}
