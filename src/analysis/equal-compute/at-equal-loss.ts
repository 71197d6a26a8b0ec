import {randomInt, randomLcg} from "d3-random";
import {Matrix, solve} from "ml-matrix";
import {remember} from "../../core/math/memo.ts";
import {valueAt} from "../../core/math/points.ts";
import gadre from "../../data/overtraining-gadre.ts";
import {estimateOf, type Estimate} from "./estimate.ts";

type GadreRow = (typeof gadre.rows)[number];

/** Sets of tasks over which Gadre et al. give a mean error. */
type Tasks = "17" | "46";

/** Tokens per parameter from which on a run’s warm-up is no large part of it. */
const fewestPerParameter = 20;
/** Parameters from which on a run says something about tests. */
const fewestParameters = 5e7;
/** How often the models are drawn anew. */
const draws = 400;
/** Training sets beside the first, each of which may shift all errors. */
const [, ...otherSets] = gadre.fields.train_set.categories;

/** Gadre et al.’s models of 79 million parameters and more, of 20 tokens per parameter and more. */
export function testedModels(): readonly GadreRow[] {
  return gadre.rows.filter(
    ({parameters, tokens_per_parameter: ratio}) =>
      parameters >= fewestParameters && ratio >= fewestPerParameter
  );
}

/**
 * What a doubling of tokens per parameter does to the mean error on Gadre et al.’s 17 or 46 tasks at equal loss, as a share of 1; below
 * 0 where the longer-trained model errs less. By least squares on a cubic in the loss on C4, the training set, and how
 * often the ratio doubles; with nine tenths of what models drawn anew would show.
 */
export const errorPerDoubling = remember(
  (tasks: Tasks): Estimate => {
    const models = testedModels();
    const pick = randomInt.source(randomLcg(0.17))(models.length);
    const drawn = Array.from({length: draws}, () =>
      slopeOf(
        Array.from(models, () => valueAt(models, pick())),
        tasks
      )
    );
    return estimateOf(slopeOf(models, tasks), drawn);
  },
  (tasks) => tasks,
  2
);

function slopeOf(models: readonly GadreRow[], tasks: Tasks): number {
  const terms = models.map(({loss_c4: loss, tokens_per_parameter: ratio, train_set: set}) => {
    // About the middle of the losses, so that the powers are told apart.
    const off = loss - 3;
    return [
      Math.log2(ratio / fewestPerParameter),
      1,
      off,
      off ** 2,
      off ** 3,
      ...otherSets.map((each) => Number(each === set))
    ];
  });
  const errors = Matrix.columnVector(models.map((model) => model[`error_${tasks}`]));
  return solve(new Matrix(terms), errors).get(0, 0);
}
