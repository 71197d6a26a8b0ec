import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {defaultState, type Inputs} from "../../../src/core/define/chart.ts";
import {acceptedValue, entriesIn, parseState} from "../../../src/figure/state.ts";
import {charts} from "../../../src/registry.ts";
import {anyState} from "../charts/arbitrary-state.ts";

const inputs = {
  family: {
    type: "choice",
    options: ["a", "b"],
    default: "a",
    label: {en: ""},
    names: {a: {en: ""}, b: {en: ""}}
  },
  focus: {
    type: "subset",
    options: ["7B", "13B"],
    default: ["7B"],
    label: {en: ""},
    names: {"7B": {en: ""}, "13B": {en: ""}}
  },
  stretch: {type: "range", min: 1, max: 5, step: 0.05, default: 1, unit: "×", label: {en: ""}},
  rate: {
    type: "drawn",
    at: [1, 2],
    min: 0,
    max: 0.3,
    step: 0.1,
    default: [0.3, 0],
    atUnit: {en: ""},
    unit: {en: ""},
    label: {en: ""}
  }
} as const satisfies Inputs;

const defaults = {family: "a", focus: ["7B"], stretch: 1, rate: [0.3, 0]};

describe.each([...charts])("%s", (_, chart) => {
  it("parseState(inputs, JSON of a state) is that state, in the order of its inputs", () => {
    fc.assert(
      fc.property(anyState(chart.inputs), (state) => {
        const read = parseState(chart.inputs, JSON.stringify(state));
        expect(read).toEqual(state);
        expect(Object.keys(read)).toEqual(Object.keys(chart.inputs));
      })
    );
  });
});

describe("parseState", () => {
  it.each([
    undefined,
    "",
    "no JSON",
    '{"family":"b"',
    "null",
    "7",
    '"b"',
    '["b"]',
    "{}",
    '{"family":"c"}',
    '{"family":["b"]}',
    '{"focus":"7B"}',
    '{"focus":["8B"]}',
    '{"focus":[7]}',
    '{"focus":{"0":"13B"}}',
    '{"stretch":"2"}',
    '{"stretch":null}',
    '{"stretch":5.01}',
    '{"stretch":1e999}',
    '{"rate":[0.1]}',
    '{"rate":[0.1,0.2,0.3]}',
    '{"rate":["0.1","0.2"]}',
    '{"rate":[0.1,null]}',
    '{"rate":[0.1,0.4]}',
    '{"__proto__":{"family":"b"}}'
  ])("parseState(%j) is the default", (text) => expect(parseState(inputs, text)).toEqual(defaults));

  it("parseState keeps every value that an input can have beside those it can’t", () => {
    const text = '{"rate":[0.3,0.3],"stretch":"wide","focus":["13B","7B"],"family":"b","theme":"dark"}';
    expect(parseState(inputs, text)).toEqual({
      family: "b",
      focus: ["7B", "13B"],
      stretch: 1,
      rate: [0.3, 0.3]
    });
  });

  it("parseState(any text or JSON) is a state within its inputs", () => {
    const values = fc.oneof(fc.jsonValue(), anyState(inputs));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          values.map((value) => JSON.stringify(value))
        ),
        (text) => {
          const state = parseState(inputs, text);
          expect(Object.keys(state)).toEqual(Object.keys(inputs));
          for (const [name, input] of Object.entries(inputs))
            expect(acceptedValue(input, state[name])).toEqual(state[name]);
        }
      ),
      {numRuns: 500}
    );
  });

  it("parseState never changes the defaults", () => {
    parseState(inputs, '{"focus":["13B"]}');
    expect(defaultState(inputs)).toEqual(defaults);
  });
});

describe("entriesIn", () => {
  it("entriesIn(JSON of an object) is what it holds", () => {
    expect([...entriesIn('{"axis":"flops","focus":["7B"]}')]).toEqual([
      ["axis", "flops"],
      ["focus", ["7B"]]
    ]);
  });

  it.each([undefined, "", "no JSON", "null", "7", "{}"])("entriesIn(%j) is empty", (text) =>
    expect([...entriesIn(text)]).toEqual([])
  );
});
