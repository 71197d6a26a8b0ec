import {csvParseRows} from "d3-dsv";
import {describe, expect, it} from "vitest";
import {namedState, type Reading, type Series} from "../../../src/core/define/chart.ts";
import {pointsOf} from "../../../src/figure/points.ts";
import {columnNames, csvOf, curveNames} from "../../../src/figure/state-csv.ts";
import {charts} from "../../../src/registry.ts";

const column = (label: string, unit: string): Reading["x"] => ({label, unit, digits: {decimals: 1}});
const curve = (key: string, label: string, rest: Partial<Series> = {}): Series => ({
  key,
  label,
  x: [1, 2],
  y: [3, 4],
  ...rest
});
const reading: Reading = {
  x: column("tokens", "billion tokens"),
  y: column("loss", "nat/token"),
  series: [curve("a", "1M–2M")]
};

const states = [...charts].flatMap(([id, chart]) =>
  Object.keys(chart.states).map((name) => ({
    place: `${id}/${name}`,
    drawn: chart.reading(namedState(chart, name), "en")
  }))
);

describe("csvOf(reading)", () => {
  it("begins with its header, and is ASCII", () => {
    expect(csvOf(reading)).toBe("curve,billion_tokens,loss_nat_per_token\n1M-2M,1,3\n1M-2M,2,4\n");
  });

  it("has the ends of a band, and an empty cell where a point has none", () => {
    const series = [curve("a", "7B", {low: [2.5, 3.5], high: [3.5, 4.5]}), curve("b", "13B")];
    expect(
      csvOf({...reading, band: "5–95 %", series})
        .split("\n")
        .slice(0, 4)
    ).toEqual([
      "curve,billion_tokens,loss_nat_per_token,low,high",
      "7B,1,3,2.5,3.5",
      "7B,2,4,3.5,4.5",
      "13B,1,3,,"
    ]);
  });

  it.each(states)("is a table of $place: ASCII, whole rows, exact numbers, one form a column", ({drawn}) => {
    const text = csvOf(drawn);
    expect(text).toMatch(/^[ -~\n]*\n$/);
    expect(text).not.toContain("#");
    const [header = [], ...rows] = csvParseRows(text);
    expect(header).toEqual(columnNames(drawn));
    expect(new Set(header.map((name) => name.toLowerCase())).size).toBe(header.length);
    for (const name of header) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    const names = curveNames(drawn);
    const points = drawn.series.flatMap((series) =>
      pointsOf(series).map(({x, y, band}) => [
        names.get(series.key),
        x,
        y,
        ...(drawn.band ? (band ?? [undefined, undefined]) : [])
      ])
    );
    expect(
      rows.map(([name, ...cells]) => [name, ...cells.map((cell) => (cell === "" ? undefined : +cell))])
    ).toEqual(points);
    for (const index of header.keys()) {
      const cells = index === 0 ? [] : rows.map((row) => row[index] ?? "").filter((cell) => cell !== "");
      expect(new Set(cells.map((cell) => cell.includes("e"))).size).toBeLessThanOrEqual(1);
      for (const cell of cells) expect(cell).toMatch(/^-?\d{1,15}(\.\d+)?(e[+-]\d+)?$/);
    }
  });
});

describe("columnNames(reading)", () => {
  it.each([
    ["FLOPs", "FLOPs", "flops"],
    ["tokens", "billion tokens", "billion_tokens"],
    ["learning rate", "% of the peak", "learning_rate_percent_of_the_peak"],
    ["tokens per parameter", "", "tokens_per_parameter"],
    ["損失", "nat/token", "x"]
  ])("calls %s in %s %s", (label, unit, name) => {
    expect(columnNames({...reading, x: column(label, unit)})[1]).toBe(name);
  });

  it("never has one name twice", () => {
    const loss = column("loss", "nat/token");
    expect(columnNames({...reading, x: loss, y: loss})).toEqual(["curve", "loss_nat_per_token", "y"]);
  });
});

describe("curveNames(reading)", () => {
  it("calls a curve by its key where ASCII can’t write its name, or writes two alike", () => {
    const series = [curve("a", "損失"), curve("b", "1×"), curve("c", "1x"), curve("d", "7B")];
    expect([...curveNames({...reading, series}).values()]).toEqual(["a", "b", "c", "7B"]);
  });
});
