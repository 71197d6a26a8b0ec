import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {defaultState, type Inputs} from "../../../src/core/define/chart.ts";
import {charts} from "../../../src/registry.ts";
import {othersIn, readState, writeState} from "../../../src/figure/query.ts";
import {anyState} from "../charts/arbitrary-state.ts";

const curve = {
  type: "drawn",
  at: [1, 2, 3],
  atUnit: {en: "steps"},
  unit: {en: "nat"}
} as const;

const inputs = {
  family: {
    type: "choice",
    options: ["a", "b"],
    default: "a",
    label: {en: "Family"},
    names: {a: {en: "A"}, b: {en: "B"}}
  },
  focus: {
    type: "subset",
    options: ["7B", "13B", "33B"],
    default: ["7B"],
    label: {en: "Focus"},
    names: {"7B": {en: "7B"}, "13B": {en: "13B"}, "33B": {en: "33B"}}
  },
  stretch: {type: "range", min: 1, max: 5, step: 0.05, default: 1, unit: "×", label: {en: "Stretch"}},
  floor: {type: "range", min: 0, max: 50, step: 10, default: 10, unit: "%", label: {en: "Floor"}},
  rest: {...curve, min: 1.6, max: 2, step: 0.001, default: [], label: {en: "Rest"}},
  rate: {...curve, min: -1, max: 1, step: 0.05, default: [1, 0.5, 0], label: {en: "Rate"}}
} as const satisfies Inputs;

/** Names that other sites, mailings, networks, proxies and programs put into addresses; and some that are no names. */
const othersNames = [
  ...[
    "fbclid",
    "gclid",
    "dclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "twclid",
    "ttclid",
    "yclid",
    "igshid",
    "li_fat_id"
  ],
  ...[
    "utm_source",
    "utm_medium",
    "utm_campaign",
    "utm_term",
    "utm_content",
    "utm_id",
    "pk_campaign",
    "mtm_source"
  ],
  ...["ref", "ref_src", "referrer", "src", "via", "from", "s", "t", "share", "si", "cmpid", "xtor", "trk"],
  ...[
    "mc_cid",
    "mc_eid",
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "hsCtaTracking",
    "mkt_tok",
    "vero_id",
    "amp",
    "outputType"
  ],
  ...[
    "lang",
    "hl",
    "v",
    "cb",
    "nocache",
    "build",
    "print",
    "embed",
    "parentUrl",
    "origin",
    "width",
    "height",
    "id"
  ],
  ...["tint", "__proto__", "constructor", "toString", "", "%", "hasOwnProperty"]
];

const defaults = {family: "a", focus: ["7B"], stretch: 1, floor: 10, rest: [], rate: [1, 0.5, 0]};

describe.each([...charts])("%s", (_, chart) => {
  it("readState(inputs, writeState(inputs, state)) is state", () => {
    fc.assert(
      fc.property(anyState(chart.inputs), (state) => {
        expect(readState(chart.inputs, writeState(chart.inputs, state))).toEqual({state, ignored: []});
      })
    );
  });

  it("writeState(inputs, defaults) is empty", () => {
    expect(writeState(chart.inputs, defaultState(chart.inputs))).toBe("");
  });
});

describe("writeState", () => {
  it.each([
    [{family: "b"}, "family=b"],
    [{stretch: 1.25, family: "b"}, "family=b&stretch=1.25"],
    [{focus: ["13B", "33B"]}, "focus=13B,33B"],
    [{focus: []}, "focus="],
    [{rest: [1.812, 1.7]}, "rest=1812,1700"],
    [{rest: []}, ""],
    [{rate: [0.15, -0.35, 1]}, "rate=3,-7,20"],
    [{}, ""]
  ])("writeState(%j) is %j", (state, query) => expect(writeState(inputs, state)).toBe(query));
});

describe("readState", () => {
  it.each([
    ["", {}],
    ["?family=b", {family: "b"}],
    ["stretch=1.25&family=b", {family: "b", stretch: 1.25}],
    ["focus=33B%2C7B", {focus: ["7B", "33B"]}],
    ["focus=13B,13B", {focus: ["13B"]}],
    ["focus=", {focus: []}],
    ["stretch=1", {stretch: 1}],
    ["stretch=5", {stretch: 5}],
    ["stretch=1.15", {stretch: 1.15}],
    ["stretch=1.262", {stretch: 1.25}],
    ["rest=1812,1700", {rest: [1.812, 1.7]}],
    ["rest=1600%2C2000%2C1999", {rest: [1.6, 2, 1.999]}],
    ["rest=", {rest: []}],
    ["rate=3,-7,20", {rate: [0.15, -0.35, 1]}],
    ["family=a&family=b", {family: "b"}],
    ["theme=dark&family=b", {family: "b"}]
  ])("readState(%j) has %j and the defaults", (query, named) => {
    expect(readState(inputs, query)).toEqual({state: {...defaults, ...named}, ignored: []});
  });

  it("readState keeps what the query doesn’t name as it is in base", () => {
    const base = Object.freeze({...defaults, family: "b", focus: ["33B"], stretch: 3, rest: [1.7]});
    expect(readState(inputs, "stretch=2", base).state).toEqual({...base, stretch: 2});
  });

  const names = "family, focus, stretch, floor, rest, rate";
  const restOf = (value: string): object => ({
    name: "rest",
    value,
    expected: "0 to 3 numbers, 1600 to 2000"
  });
  const rateOf = (value: string): object => ({name: "rate", value, expected: "3 numbers, -20 to 20"});
  it.each([
    ["Family=b", {name: "Family", value: "b", expected: names}],
    ["FOCUS=7B", {name: "FOCUS", value: "7B", expected: names}],
    ["familly=b", {name: "familly", value: "b", expected: names}],
    ["fmaily=b", {name: "fmaily", value: "b", expected: names}],
    ["famil=b", {name: "famil", value: "b", expected: names}],
    ["strech=2", {name: "strech", value: "2", expected: names}],
    ["flor=10", {name: "flor", value: "10", expected: names}],
    ["theme=sepia", {name: "theme", value: "sepia", expected: "auto, light, dark"}],
    ["family=c", {name: "family", value: "c", expected: "a, b"}],
    ["family=", {name: "family", value: "", expected: "a, b"}],
    ["family=%", {name: "family", value: "%", expected: "a, b"}],
    ["family=%E0%A4%A", {name: "family", value: "\ufffd%A", expected: "a, b"}],
    ["focus=7B,8B", {name: "focus", value: "7B,8B", expected: "7B, 13B, 33B"}],
    ["focus=7B,", {name: "focus", value: "7B,", expected: "7B, 13B, 33B"}],
    ["focus=__proto__", {name: "focus", value: "__proto__", expected: "7B, 13B, 33B"}],
    ["stretch=0.99", {name: "stretch", value: "0.99", expected: "1 to 5"}],
    ["stretch=5.01", {name: "stretch", value: "5.01", expected: "1 to 5"}],
    ["stretch=", {name: "stretch", value: "", expected: "1 to 5"}],
    ["stretch=%20", {name: "stretch", value: " ", expected: "1 to 5"}],
    ["floor=", {name: "floor", value: "", expected: "0 to 50"}],
    ["floor=%20", {name: "floor", value: " ", expected: "0 to 50"}],
    ["stretch=NaN", {name: "stretch", value: "NaN", expected: "1 to 5"}],
    ["stretch=-Infinity", {name: "stretch", value: "-Infinity", expected: "1 to 5"}],
    ["stretch=2,5", {name: "stretch", value: "2,5", expected: "1 to 5"}],
    ["rest=1599", restOf("1599")],
    ["rest=2001", restOf("2001")],
    ["rest=1700,1700,1700,1700", restOf("1700,1700,1700,1700")],
    ["rest=1700,", restOf("1700,")],
    ["rest=,", restOf(",")],
    ["rest=1.7", restOf("1.7")],
    ["rest=1e3", restOf("1e3")],
    ["rest=1700, 1700", restOf("1700, 1700")],
    ["rest=NaN", restOf("NaN")],
    ["rate=", rateOf("")],
    ["rate=20,10", rateOf("20,10")],
    ["rate=20,10,21", rateOf("20,10,21")]
  ])("readState(%j) leaves the defaults and lists what it ignored", (query, ignored) => {
    expect(readState(inputs, query)).toEqual({state: defaults, ignored: [ignored]});
  });

  it.each(othersNames)("readState says nothing of %s, which others write, in any chart", (name) => {
    for (const each of [inputs, ...[...charts].map(([, chart]) => chart.inputs)]) {
      expect(readState(each, `${name}=b`).ignored).toEqual([]);
      expect(othersIn(each, `${name}=b`)).toBe(new URLSearchParams([[name, "b"]]).toString());
    }
  });

  it("othersIn leaves out what is meant for an input", () => {
    expect(othersIn(inputs, "utm_source=a&family=b&theme=dark&Focus=7B&familly=b")).toBe(
      "utm_source=a&theme=dark"
    );
  });

  it("readState takes the last value of a repeated name that it can use", () => {
    expect(readState(inputs, "family=b&family=c&stretch=9&stretch=2")).toEqual({
      state: {...defaults, family: "b", stretch: 2},
      ignored: [
        {name: "family", value: "c", expected: "a, b"},
        {name: "stretch", value: "9", expected: "1 to 5"}
      ]
    });
  });

  const text = fc.string({unit: "binary"});
  const queries = fc.oneof(
    text,
    fc
      .array(
        fc.tuple(
          fc.oneof(fc.constantFrom(...Object.keys(inputs), "__proto__"), text),
          fc.oneof(
            fc.constantFrom("b", "7B,33B", "1.3", "1700,1800", "1,2,3", "%", "%C3%28"),
            fc.double().map(String),
            text
          )
        )
      )
      .map((parts) => parts.map((part) => part.join("=")).join("&"))
  );

  it("readState(any text) is a state within its inputs, and lists no more than the text holds", () => {
    fc.assert(
      fc.property(queries, (query) => {
        const {state, ignored} = readState(inputs, query);
        expect(Object.keys(state)).toEqual(Object.keys(inputs));
        expect(inputs.family.options).toContain(state.family);
        expect(inputs.focus.options).toEqual(expect.arrayContaining(state.focus as string[]));
        expect(state.stretch).toBeGreaterThanOrEqual(1);
        expect(state.stretch).toBeLessThanOrEqual(5);
        expect((state.rest as number[]).every((value) => value >= 1.6 && value <= 2)).toBe(true);
        expect(state.rate).toHaveLength(3);
        expect(ignored.length).toBeLessThanOrEqual([...new URLSearchParams(query)].length);
        expect(readState(inputs, writeState(inputs, state))).toEqual({state, ignored: []});
      }),
      {numRuns: 500}
    );
  });
});
