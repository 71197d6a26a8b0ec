import {describe, expect, it} from "vitest";
import {datasetsOf, placedCharts} from "../../src/lib/placed-charts.ts";

describe("placedCharts", () => {
  it("placedCharts(text) has each chart once, placed or pointed to, in the order of the text", () => {
    const text = `<Chart id="loss" state="tokens" />
<Scrolly id="act-2" chart="gap"><Step state="x">One</Step></Scrolly>
<Claim says="more" verdict="holds" chart="budget" state="y">Two <Cite id="tyl2023" /></Claim>
<Pair><Chart id="gap" /><Chart
  id="race" /></Pair>`;
    expect(placedCharts(text)).toEqual(["loss", "gap", "budget", "race"]);
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
