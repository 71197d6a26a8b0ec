import decay from "../../data/isoflop-decay-porian.ts";

type Row = (typeof decay.rows)[number];

/** Compute below which a run of its own is mostly warm-up, in FLOPs. */
const leastFlops = 4e17;

/**
 * Porian et al.'s sizes in pairs of equal compute, each run once as far from its end as the other, on one long cosine a size, and
 * once at an end of its own: how many pairs there are, and in how many the order changes.
 */
export function equallyFarPairs(): {readonly pairs: number; readonly changed: number} {
  const orders = [...readTwice().values()].flatMap((models) =>
    models.flatMap((a, index) =>
      models.slice(index + 1).map((b) => a.onTheWay > b.onTheWay === a.finished > b.finished)
    )
  );
  return {pairs: orders.length, changed: orders.filter((isKept) => !isKept).length};
}

/** Losses of every size that has a run of its own for a budget and was read there on its long cosine, by text and budget. */
function readTwice(): Map<string, {readonly onTheWay: number; readonly finished: number}[]> {
  const models = decay.rows.flatMap((row) => {
    if (row.schedule !== "matched-cosine-finished" || row.flops < leastFlops) return [];
    const read = midRun(row);
    return read ? [{at: `${row.train_set} ${row.flops}`, onTheWay: read.loss, finished: row.loss}] : [];
  });
  return Map.groupBy(models, ({at}) => at);
}

function midRun({train_set, rates, warm_up, parameters, flops}: Row): Row | undefined {
  return decay.rows.find(
    (each) =>
      each.schedule === "long-cosine-midrun" &&
      each.train_set === train_set &&
      each.rates === rates &&
      each.warm_up === warm_up &&
      each.parameters === parameters &&
      each.flops === flops
  );
}
