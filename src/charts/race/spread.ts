/**
 * Values moved apart to at least `room` from each other, in all as little as possible (least squares, by pooling
 * neighbours that touch).
 *
 * @param values ascending
 */
export function spread(values: readonly number[], room: number): number[] {
  const blocks: {start: number; count: number}[] = [];
  for (const value of values) {
    let block = {start: value, count: 1};
    for (
      let below = blocks.at(-1);
      below && below.start + below.count * room > block.start;
      below = blocks.at(-1)
    ) {
      blocks.pop();
      const count = below.count + block.count;
      const start = (below.count * below.start + block.count * (block.start - below.count * room)) / count;
      block = {start, count};
    }
    blocks.push(block);
  }
  return blocks.flatMap(({start, count}) => Array.from({length: count}, (_, index) => start + index * room));
}
