import {describe, expect, it} from "vitest";
import {datasetsOf, placedCharts, placedScrollies} from "../../../src/article/placed-charts.ts";

describe("placedCharts", () => {
  it("placedCharts(text) reads components in notes and sentences, and none in code or formulas", () => {
    const text = `A<Note><Play state="x" chart='gap'>B</Play></Note> and \`<Chart id="loss" />\`, $a<b$.

<Chart state="tokens"
  controls id="race"></Chart>`;
    expect(placedCharts(text)).toEqual(["gap", "race"]);
  });

  it("placedCharts(text) has each chart once, placed or pointed to, in the order of the text", () => {
    const text = `<Chart id="loss" state="tokens" />
<Scrolly id="act-2" chart="gap"><Step state="x">One</Step></Scrolly>
<Claim says="more" verdict="holds" chart="budget" state="y">Two <Cite id="tyl2023" /></Claim>
<Pair><Chart id="gap" /><Chart
  id="race" /></Pair>`;
    expect(placedCharts(text)).toEqual(["loss", "gap", "budget", "race"]);
  });
});

describe("placedScrollies", () => {
  it("placedScrollies(text) reads attributes in any order and quotes, and tags spread over lines", () => {
    const text = `<Scrolly
  chart='gap'
  id="act-2"
>
<Step
  state='x'>
One

</Step>
<Step state="y">Two</Step>
</Scrolly>`;
    expect(placedScrollies(text)).toEqual([{id: "act-2", chart: "gap", states: ["x", "y"]}]);
  });

  it("placedScrollies(text) has each scrolly with its chart and the states of its steps", () => {
    const text = `Before <Chart id="loss" />
<Scrolly id="act-2" chart="gap">
<Step state="x">
One
</Step>
<Step state="y">Two</Step>
</Scrolly>
<Scrolly id="act-3" chart="race"><Step state="z">Three</Step></Scrolly>`;
    expect(placedScrollies(text)).toEqual([
      {id: "act-2", chart: "gap", states: ["x", "y"]},
      {id: "act-3", chart: "race", states: ["z"]}
    ]);
  });
});

describe("datasetsOf", () => {
  it("datasetsOf(charts) has each dataset once", () => {
    const names = datasetsOf(["loss", "gap"]);
    expect(names).toContain("llama1-curves");
    expect(new Set(names).size).toBe(names.length);
  });

  it("datasetsOf throws where there is no such chart", () => {
    expect(() => datasetsOf(["nothing"])).toThrow(/^unknown chart: nothing/);
  });
});
