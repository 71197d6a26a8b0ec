import {numberAt} from "./points.ts";
import type {RateChange} from "./rate-changes.ts";

/**
 * Numbers that a node holds, in this order: those of `FallTree`, the sum of its falls without their signs, and how many
 * times the least of its bases the largest may be for it to stand for its changes.
 */
const [end, pLeast, pMost, wLeast, wMost, falls, p, w, pp, pw, ww, way, spread] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
];
const size = 13;

/** The largest `spread`: what Taylor's polynomial leaves out is then less than 0.1% of the powers, for a beta up to 0.6. */
const mostSpread = 1.25;

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

  /**
   * @param weightOf weight of a change, from its rate; in (0, Infinity]
   * @param error how far the polynomial of one node may be off, in the unit of the falls; > 0, may be Infinity. It counts
   *   where falls are large; for others `mostSpread` is enough.
   */
  constructor(
    changes: readonly RateChange[],
    weightOf: (rate: number) => number,
    beta: number,
    error: number
  ) {
    this.#beta = beta;
    this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(1, changes.length)));
    this.#nodes = new Float64Array(2 * this.#leaves * size);
    changes.forEach((change, index) => {
      const weight = Math.min(largestWeight, weightOf(change.rate));
      this.#plant((this.#leaves + index) * size, change, weight);
    });
    // The first term that the polynomial leaves out is at most third · way · ((spread − 1) / (spread + 1))³.
    const third = (beta * (beta + 1) * (beta + 2)) / 6;
    const mostWay = error / third / ((mostSpread - 1) / (mostSpread + 1)) ** 3;
    for (let node = this.#leaves - 1; node > 0; --node) {
      this.#join(node);
      const fallen = numberAt(this.#nodes, node * size + way);
      if (fallen > mostWay) {
        const reach = Math.cbrt(error / third / fallen);
        this.#nodes[node * size + spread] = (1 + reach) / (1 - reach);
      }
    }
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
    nodes[at + pLeast] = 1;
    nodes[at + pMost] = 1;
    nodes[at + wLeast] = weight;
    nodes[at + wMost] = weight;
    nodes[at + falls] = fall;
    nodes[at + p] = fall;
    nodes[at + w] = fall * weight;
    nodes[at + pp] = fall;
    nodes[at + pw] = fall * weight;
    nodes[at + ww] = fall * weight * weight;
    nodes[at + way] = Math.abs(fall);
    nodes[at + spread] = mostSpread;
  }

  #join(node: number): void {
    const nodes = this.#nodes;
    const at = node * size;
    const first = 2 * at;
    const last = Math.max(numberAt(nodes, first + end), numberAt(nodes, first + size + end));
    nodes[at + end] = last;
    nodes[at + pLeast] = Infinity;
    nodes[at + wLeast] = Infinity;
    nodes[at + spread] = mostSpread;
    for (let child = first; child <= first + size; child += size) {
      const shift = last - numberAt(nodes, child + end);
      const sumOfW = numberAt(nodes, child + w);
      const sumOfPw = numberAt(nodes, child + pw);
      const sumOfWw = numberAt(nodes, child + ww);
      const least = numberAt(nodes, child + wLeast);
      const most = numberAt(nodes, child + wMost);
      nodes[at + pLeast] = Math.min(
        numberAt(nodes, at + pLeast),
        numberAt(nodes, child + pLeast) + shift * least
      );
      nodes[at + pMost] = Math.max(
        numberAt(nodes, at + pMost),
        numberAt(nodes, child + pMost) + shift * most
      );
      nodes[at + wLeast] = Math.min(numberAt(nodes, at + wLeast), least);
      nodes[at + wMost] = Math.max(numberAt(nodes, at + wMost), most);
      nodes[at + falls] = numberAt(nodes, at + falls) + numberAt(nodes, child + falls);
      nodes[at + p] = numberAt(nodes, at + p) + numberAt(nodes, child + p) + shift * sumOfW;
      nodes[at + w] = numberAt(nodes, at + w) + sumOfW;
      nodes[at + pp] =
        numberAt(nodes, at + pp) + numberAt(nodes, child + pp) + shift * (2 * sumOfPw + shift * sumOfWw);
      nodes[at + pw] = numberAt(nodes, at + pw) + sumOfPw + shift * sumOfWw;
      nodes[at + ww] = numberAt(nodes, at + ww) + sumOfWw;
      nodes[at + way] = numberAt(nodes, at + way) + numberAt(nodes, child + way);
    }
  }

  /** The sum over those of the first `count` changes that lie under a node, which holds the changes from `first`. */
  #visit(node: number, first: number, length: number, count: number, sum: number): number {
    if (first >= count) return 0;
    const nodes = this.#nodes;
    const at = node * size;
    const since = sum - numberAt(nodes, at + end);
    const least = numberAt(nodes, at + pLeast) + numberAt(nodes, at + wLeast) * since;
    const most = numberAt(nodes, at + pMost) + numberAt(nodes, at + wMost) * since;
    if (first + length <= count && most <= numberAt(nodes, at + spread) * least)
      return this.#powers(at, since, (least + most) / 2);
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
    const linear = (numberAt(nodes, at + p) + since * numberAt(nodes, at + w)) / base;
    const square =
      (numberAt(nodes, at + pp) + since * (2 * numberAt(nodes, at + pw) + since * numberAt(nodes, at + ww))) /
      base /
      base;
    const second = (beta * (beta + 1)) / 2;
    return (
      base ** -beta *
      (numberAt(nodes, at + falls) * (1 + beta + second) - linear * (beta + 2 * second) + square * second)
    );
  }
}
