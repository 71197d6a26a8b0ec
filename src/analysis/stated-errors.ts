/**
 * How far off the numbers of a dataset may be, as its own `provenance.error` says: the texts of charts print these, and a
 * test holds them against the dataset's. In the units of the fields; shares where a name ends so.
 */
export const statedErrors = {
  "llama1-curves": {tokens: 0.5, loss: 0.0005},
  "llama2-curves": {tokens: 1, loss: 0.0007},
  "chinchilla-figure-2": {flopsShare: 0.02, lossShare: 0.003},
  "chinchilla-frontier": {loss: 0.005},
  "chinchilla-runs": {lossShare: 0.0015},
  "chinchilla-compute-optimal": {flopsShare: 0.05},
  /** Along a curve, and between two runs alike. */
  "cosine-stretch": {scatter: 0.001, betweenRuns: 0.002},
  /** Between two set-ups of the test. */
  "published-models": {mmlu: 1},
  "chinchilla-figure-a1-cycle": {short: 0.002, long: 0.003},
  /** Standard errors of the exponents of `epoch-replication`. */
  "scaling-laws": {alpha: 0.015, beta: 0.021}
} as const;

/**
 * Scatter of a bin of `chinchilla-figure-a1`, in nats per token: the middle of the range that its notes give. It is what
 * the bands of the curves show.
 */
export const binScatter = 0.002;
