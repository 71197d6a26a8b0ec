import cycleLength from "../data/chinchilla-figure-a1-cycle.ts";
import {lossNear24k} from "../analysis/measured-runs.ts";
import cosine from "../schedules/cosine.ts";
import {defineFacts} from "../core/define/fact.ts";

/** Numbers of the runs under different learning-rate schedules. */
export default defineFacts({
  /** Loss of Chinchilla's Figure A1: panel, cycle length in runs, millions of sequences. */
  "ablation-loss": (panel, multiplier, sequences) => ablation(panel, multiplier, sequences).loss,

  /** Cycle length of Chinchilla's Figure A1, in sequences: panel, cycle length in runs. */
  "ablation-cycle": (panel, multiplier) => ablation(panel, multiplier, "6").cycle * 1e6,

  /** How much higher the long run's own cosine stands than the short run's, after some millions of sequences. */
  "ablation-difference": (sequences) =>
    ablation("long", "1", sequences).loss - ablation("short", "1", sequences).loss,

  /** Loss near step 24 000 of a model under one schedule less that under another. */
  "schedule-difference": (model, schedule, reference) =>
    lossNear24k(model, schedule) - lossNear24k(model, reference),

  /** Learning rate at the end of a run, as a share of the peak: cycle length in runs; floor 10 %, warm-up 1 %. */
  "last-rate": (stretched) =>
    cosine.rate(10_000, {steps: Math.round(Number(stretched) * 10_000), warmup: 100, peak: 1, floor: 0.1})
});

function ablation(panel: string, multiplier: string, sequences: string): (typeof cycleLength.rows)[number] {
  const row = cycleLength.rows.find(
    (each) =>
      each.panel === panel && each.multiplier === Number(multiplier) && each.sequences === Number(sequences)
  );
  if (!row) throw new Error(`no such run: ${panel} ${multiplier} ${sequences} (expected one of Figure A1)`);
  return row;
}
