import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {dodge, type EndLabel} from "../../../src/marks/labels.ts";

function label(key: string, x: number, y: number): EndLabel {
  return {key, text: key, x, y, fill: "var(--ink)"};
}

const labels = fc
  .array(fc.tuple(fc.integer({min: 0, max: 300}), fc.double({min: 0, max: 40, noNaN: true})), {maxLength: 16})
  .map((places) => places.map(([x, y], index) => label(String(index), x, y)));
const toPixel = (x: number): number => 2 * x;

describe("dodge", () => {
  const room = 5;
  const near = 60;

  it("dodge leaves no two labels that are near in x closer than a line", () => {
    fc.assert(
      fc.property(labels, (given) => {
        const placed = dodge(given, room, near, toPixel);
        for (const [index, one] of placed.entries()) {
          for (const other of placed.slice(index + 1)) {
            if (Math.abs(toPixel(one.x) - toPixel(other.x)) < near)
              expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(room - 1e-9);
          }
        }
      }),
      {numRuns: 300}
    );
  });

  it("dodge changes nothing but y, and moves no label down", () => {
    fc.assert(
      fc.property(labels, (given) => {
        const placed = dodge(given, room, near, toPixel);
        const before = new Map(given.map((each) => [each.key, each]));
        expect(placed).toHaveLength(given.length);
        for (const after of placed) {
          const {y, ...rest} = before.get(after.key)!;
          expect(after).toMatchObject(rest);
          expect(after.y).toBeGreaterThanOrEqual(y);
        }
      })
    );
  });

  it("dodge keeps the order of labels in one column", () => {
    fc.assert(
      fc.property(labels, (given) => {
        const column = given.map((each) => ({...each, x: 100}));
        const placed = dodge(column, room, near, toPixel).sort((a, b) => a.y - b.y);
        const heights = placed.map(({key}) => column.find((each) => each.key === key)!.y);
        expect(heights).toEqual(heights.toSorted((a, b) => a - b));
      })
    );
  });

  it("dodge leaves labels alone that touch nothing", () => {
    const apart = [label("a", 0, 0), label("b", 0, 5), label("c", 30, 2), label("d", 60, 2)];
    expect(dodge(apart, room, near, toPixel)).toEqual([apart[0], apart[2], apart[3], apart[1]]);
  });

  it("dodge moves the upper of two labels up by what is missing, and the next with it", () => {
    const close = [label("c", 0, 8), label("a", 0, 0), label("b", 29, 3)];
    expect(dodge(close, room, near, toPixel).map(({key, y}) => [key, y])).toEqual([
      ["a", 0],
      ["b", 5],
      ["c", 10]
    ]);
  });
});
