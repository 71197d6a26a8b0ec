import {readFileSync, writeFileSync} from "node:fs";
import {csvFormatRows, csvParse} from "d3-dsv";
import {randomLcg} from "d3-random";
import {sampleWithReplacement} from "simple-statistics";
import {fitLaw, type FinishedRun, type LawForm} from "./robust-fit.ts";

/*
 * Fits laws to the finished runs of `src/data` and writes three tables of coefficients beside them: the fit of all
 * runs as draw 0, then fits of runs drawn anew with replacement. `npm run fit-laws`; the same numbers every time.
 */

const draws = 60;
const seed = 0.42;
const folder = "src/data";

/** exp, which stays finite where the simplex tries the absurd. */
function power(exponent: number): number {
  return Math.exp(Math.min(30, exponent));
}

/** L = E + A/N^alpha + B/D^beta, by E, ln A, ln B, alpha and beta. */
const free: LawForm = {
  starts: [
    [1.8, 6, 4.5, 0.35, 0.2],
    [1.9, 8, 4.5, 0.45, 0.25],
    [2, 5, 8, 0.3, 0.4],
    [2.3, 6, 10, 0.35, 0.5]
  ],
  loss: ({parameters, tokens}, [E = 0, a = 0, b = 0, alpha = 0, beta = 0]) =>
    E + power(a - alpha * Math.log(parameters)) + power(b - beta * Math.log(tokens))
};

/** L = E + (a M^h + b M^-h) C^-h with M = D/N and C = 6ND, by E, ln a, ln b and h. */
const tied: LawForm = {
  starts: [
    [1.8, 5, 4, 0.12],
    [1.5, 5, 5, 0.13],
    [2, 6, 5, 0.16]
  ],
  loss: ({parameters, tokens}, [E = 0, a = 0, b = 0, h = 0]) => {
    const ratio = Math.log(tokens / parameters);
    const flops = Math.log(6 * parameters * tokens);
    return E + power(a + h * ratio - h * flops) + power(b - h * ratio - h * flops);
  }
};

function rowsOf(name: string): Readonly<Record<string, string>>[] {
  return [...csvParse(readFileSync(`${folder}/${name}.csv`, "utf8"))];
}

function runOf(row: Readonly<Record<string, string>>, loss: string): FinishedRun {
  return {parameters: Number(row.parameters), tokens: Number(row.tokens), loss: Number(row[loss])};
}

/** Below 20 tokens per parameter, and in the smallest model, the warm-up is a large part of the run. */
function gadreRuns(set: string): FinishedRun[] {
  return rowsOf("overtraining-gadre")
    .filter(
      (row) => row.train_set === set && Number(row.tokens_per_parameter) >= 20 && Number(row.parameters) > 5e7
    )
    .map((row) => runOf(row, "loss_c4"));
}

function porianRuns(): FinishedRun[] {
  return rowsOf("isoflop-decay-porian")
    .filter(
      (row) =>
        row.train_set === "refinedweb" &&
        row.schedule === "matched-cosine-finished" &&
        Number(row.flops) >= 2e17
    )
    .map((row) => runOf(row, "loss"));
}

/** Chinchilla’s runs without the five of largest loss, as Epoch AI fitted them. */
function chinchillaRuns(): FinishedRun[] {
  const runs = rowsOf("chinchilla-runs").map((row) => runOf(row, "loss"));
  return runs.toSorted((a, b) => a.loss - b.loss).slice(0, -5);
}

const sets = {
  chinchilla: chinchillaRuns(),
  "gadre-c4": gadreRuns("c4"),
  "gadre-redpajama": gadreRuns("redpajama"),
  "gadre-refinedweb": gadreRuns("refinedweb"),
  "porian-refinedweb": porianRuns()
};

function write(
  file: string,
  names: readonly string[],
  form: LawForm,
  logs: readonly number[],
  of: readonly (keyof typeof sets)[]
): void {
  const isOne = of.length === 1;
  const rows = of.flatMap((name) => {
    const runs = sets[name];
    const random = randomLcg(seed);
    const samples = [
      runs,
      ...Array.from({length: draws}, () => sampleWithReplacement([...runs], runs.length, random))
    ];
    return samples.map((sample, draw) => {
      const values = fitLaw(sample, form).map((value, index) =>
        logs.includes(index) ? Math.exp(value) : value
      );
      return [...(isOne ? [] : [name]), String(draw), ...values.map((value) => value.toPrecision(6))];
    });
  });
  writeFileSync(
    `${folder}/${file}.csv`,
    `${csvFormatRows([[...(isOne ? [] : ["fit"]), "draw", ...names], ...rows])}\n`
  );
  console.log(`${folder}/${file}.csv: ${rows.length} rows`);
}

write(
  "finished-laws",
  ["E", "A", "B", "alpha", "beta"],
  free,
  [1, 2],
  ["gadre-c4", "gadre-redpajama", "gadre-refinedweb", "porian-refinedweb"]
);
write("chinchilla-refits", ["E", "A", "B", "alpha", "beta"], free, [1, 2], ["chinchilla"]);
write(
  "tied-laws",
  ["E", "data_factor", "size_factor", "exponent"],
  tied,
  [1, 2],
  ["gadre-c4", "gadre-redpajama", "gadre-refinedweb"]
);
