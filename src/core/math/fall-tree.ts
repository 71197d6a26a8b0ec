import type {RateChange} from "./rate-changes.ts";

/** Numbers that a node holds, in this order; `p` and `w` as in `FallTree`. */
const [end, pLeast, pMost, wLeast, wMost, falls, p, w, pp, pw, ww] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const size = 11;

/**
 * How many times the least of a node's bases its largest may be for the node to stand for its changes: what Taylor's
 * polynomial leaves out is then less than 0.1% of their powers, for a beta up to 0.6.
 */
const spread = 1.25;

/** A weight so large that whatever is learned after the change makes its power 0. */
const largestWeight = 1e60;

/**
 * Changes of the learning rate and their sums, halved and halved again, for the sum over the first of them of
 *
 *     fall · (1 + weight · (S − sumBefore)) ** −beta
 *
 * at any later sum of rates S. The base of the power is p + w · (S − end) with w = weight, p = 1 + w · (end − sumBefore),
 * and `end` the largest `sumBefore` of a node. Where all bases of a node are about the same, their powers follow from
 * the sums of fall · p, fall · w and their products, by Taylor's polynomial of second order. So a sum costs as many
 * powers as the logarithm of the length of a run, times some dozens.
 */
export class FallTree {
  readonly #beta: number;
  /** Number of leaves, a power of 2; node i has the children 2i and 2i + 1, and the leaves are the last nodes. */
  readonly #leaves: number;
  readonly #nodes: Float64Array;

  /** @param weightOf weight of a change, from its rate; in (0, Infinity] */
  constructor(changes: readonly RateChange[], weightOf: (rate: number) => number, beta: number) {
    this.#beta = beta;
    this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(1, changes.length)));
    this.#nodes = new Float64Array(2 * this.#leaves * size);
    changes.forEach((change, index) => {
      const weight = Math.min(largestWeight, weightOf(change.rate));
      this.#plant((this.#leaves + index) * size, change, weight);
    });
    for (let node = this.#leaves - 1; node > 0; --node) this.#join(node);
  }

  /**
   * The sum over the first `count` changes.
   *
   * @param sum S, at least the `sumBefore` of each of them
   */
  sum(count: number, sum: number): number {
    return this.#visit(1, 0, this.#leaves, count, sum);
  }

  #plant(at: number, {fall, sumBefore}: RateChange, weight: number): void {
    const nodes = this.#nodes;
    nodes[at + end] = sumBefore;
    nodes[at + pLeast] = nodes[at + pMost] = 1;
    nodes[at + wLeast] = nodes[at + wMost] = weight;
    nodes[at + falls] = nodes[at + p] = nodes[at + pp] = fall;
    nodes[at + w] = nodes[at + pw] = fall * weight;
    nodes[at + ww] = fall * weight * weight;
  }

  #join(node: number): void {
    const nodes = this.#nodes;
    const at = node * size;
    const first = 2 * at;
    nodes[at + end] = Math.max(nodes[first + end]!, nodes[first + size + end]!);
    nodes[at + pLeast] = nodes[at + wLeast] = Infinity;
    for (let child = first; child <= first + size; child += size) {
      const shift = nodes[at + end]! - nodes[child + end]!;
      const sumOfW = nodes[child + w]!;
      const sumOfPw = nodes[child + pw]!;
      const sumOfWw = nodes[child + ww]!;
      const {min, max} = Math;
      nodes[at + pLeast] = min(nodes[at + pLeast]!, nodes[child + pLeast]! + shift * nodes[child + wLeast]!);
      nodes[at + pMost] = max(nodes[at + pMost]!, nodes[child + pMost]! + shift * nodes[child + wMost]!);
      nodes[at + wLeast] = min(nodes[at + wLeast]!, nodes[child + wLeast]!);
      nodes[at + wMost] = max(nodes[at + wMost]!, nodes[child + wMost]!);
      nodes[at + falls]! += nodes[child + falls]!;
      nodes[at + p]! += nodes[child + p]! + shift * sumOfW;
      nodes[at + w]! += sumOfW;
      nodes[at + pp]! += nodes[child + pp]! + shift * (2 * sumOfPw + shift * sumOfWw);
      nodes[at + pw]! += sumOfPw + shift * sumOfWw;
      nodes[at + ww]! += sumOfWw;
    }
  }

  /** The sum over those of the first `count` changes that lie under a node, which holds the changes from `first`. */
  #visit(node: number, first: number, length: number, count: number, sum: number): number {
    if (first >= count) return 0;
    const nodes = this.#nodes;
    const at = node * size;
    const since = sum - nodes[at + end]!;
    const least = nodes[at + pLeast]! + nodes[at + wLeast]! * since;
    const most = nodes[at + pMost]! + nodes[at + wMost]! * since;
    if (first + length <= count && most <= spread * least) return this.#powers(at, since, (least + most) / 2);
    const half = length / 2;
    return (
      this.#visit(2 * node, first, half, count, sum) +
      this.#visit(2 * node + 1, first + half, half, count, sum)
    );
  }

  #powers(at: number, since: number, base: number): number {
    const nodes = this.#nodes;
    const beta = this.#beta;
    // Sums of fall · r and fall · r², with r the base of a change over that of the middle.
    const linear = (nodes[at + p]! + since * nodes[at + w]!) / base;
    const square = (nodes[at + pp]! + since * (2 * nodes[at + pw]! + since * nodes[at + ww]!)) / base / base;
    const second = (beta * (beta + 1)) / 2;
    return (
      base ** -beta *
      (nodes[at + falls]! * (1 + beta + second) - linear * (beta + 2 * second) + square * second)
    );
  }
}
