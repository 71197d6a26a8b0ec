import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Reading} from "../../../src/core/define/chart.ts";
import {
  curvesOf,
  keptPlace,
  moves,
  nearestPlace,
  start,
  type Place
} from "../../../src/browser/view/curves.ts";

const column = {label: "x", unit: "", digits: {decimals: 1}};
const reading: Reading = {
  x: column,
  y: column,
  series: [
    {key: "a", label: "A", x: [0, 1, 2], y: [5, 6, 7]},
    {key: "b", label: "B", x: [1.9], y: [1]},
    {key: "c", label: "C", x: [...Array(25).keys()], y: Array<number>(25).fill(0)}
  ]
};
const curves = curvesOf(reading);

function moved(key: string, place: Place): Place {
  const move = moves[key];
  if (!move) throw new Error(`no move: ${key} (expected a key that moves)`);
  return move(place, curves);
}

describe("moves", () => {
  it.each([
    ["ArrowRight", {curve: 0, point: 1}, {curve: 0, point: 2}],
    ["ArrowRight", {curve: 0, point: 2}, {curve: 0, point: 2}],
    ["ArrowLeft", {curve: 0, point: 0}, {curve: 0, point: 0}],
    ["PageDown", {curve: 2, point: 3}, {curve: 2, point: 13}],
    ["PageUp", {curve: 2, point: 3}, {curve: 2, point: 0}],
    ["Home", {curve: 2, point: 3}, {curve: 2, point: 0}],
    ["End", {curve: 2, point: 3}, {curve: 2, point: 24}],
    ["ArrowDown", {curve: 1, point: 0}, {curve: 2, point: 2}],
    ["ArrowDown", {curve: 2, point: 7}, {curve: 2, point: 7}],
    ["ArrowUp", {curve: 1, point: 0}, {curve: 0, point: 2}],
    ["ArrowUp", {curve: 0, point: 1}, {curve: 0, point: 1}],
    ["Enter", {curve: 0, point: 1}, {curve: 0, point: 1}]
  ])("%s at %j goes to %j", (key, from, to) => expect(moved(key, from)).toEqual(to));

  it("every move from a place leads to a place", () => {
    const places = curves.flatMap(({points}, curve) => points.map((_, point) => ({curve, point})));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(moves)), fc.constantFrom(...places), (key, from) => {
        expect(places).toContainEqual(moved(key, from));
      })
    );
  });
});

describe("nearestPlace", () => {
  it("nearestPlace(curves, distance) is the first of the nearest points", () => {
    expect(nearestPlace(curves, ({x, y}) => Math.hypot(x - 2, y - 1))).toEqual({curve: 1, point: 0});
    expect(nearestPlace(curves, () => 1)).toEqual(start);
  });

  it("nearestPlace(no curves) is where one begins", () => expect(nearestPlace([], () => 1)).toEqual(start));
});

describe("keptPlace", () => {
  it("keptPlace stays where that is among the new curves, else at the last there are", () => {
    expect(keptPlace({curve: 2, point: 20}, curves)).toEqual({curve: 2, point: 20});
    expect(keptPlace({curve: 2, point: 20}, curves.slice(0, 1))).toEqual({curve: 0, point: 2});
  });
});
