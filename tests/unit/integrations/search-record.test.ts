import {describe, expect, test} from "vitest";
import {claimId} from "../../../src/article/claim-id.ts";
import {articleRecords, chartRecord, dataRecord} from "../../../integrations/search-record.ts";

const article = `<main><section id="top"><h1>Title</h1><p>One.</p><p>Two<sup class="note-number">1</sup>.</p>
  <figure><p>drawn</p></figure></section>
  <section id="claims"><h2><span class="act">Act I</span>Claims</h2><p>All.</p><table class="claims">
  <tr class="claim" id="claim-a"><th>Larger is worse.</th><td>fails</td><td>At the end <a href="/">See the chart</a></td></tr>
  </table></section></main>`;

describe("articleRecords", () => {
  test("gives each section its text, without its title, figures, note numbers and claims", () => {
    expect(articleRecords(article).filter(({kind}) => kind === "section")).toEqual([
      {kind: "section", path: "#top", title: "Title", text: "One. Two."},
      {kind: "section", path: "#claims", title: "Claims", text: "All."}
    ]);
  });

  test("gives each claim its verdict and what decides", () => {
    expect(articleRecords(article).filter(({kind}) => kind === "claim")).toEqual([
      {kind: "claim", path: "#claim-a", title: "Larger is worse.", text: "fails. At the end"}
    ]);
  });

  test("refuses a page without sections", () => {
    expect(() => articleRecords("<main></main>")).toThrow("no sections");
  });
});

test("chartRecord has the question and the answers of all states", () => {
  const html = `<main><h1>Gap</h1><figure><p class="chart-question">Which?</p><svg><text>9</text></svg></figure>
    <nav aria-labelledby="states-title"><li><a>The first.</a></li><li><a>The other.</a></li></nav></main>`;
  expect(chartRecord("charts/gap/", html)).toEqual({
    kind: "chart",
    path: "charts/gap/",
    title: "Gap",
    text: "Which? The first. The other."
  });
});

test("dataRecord leaves out rows and code, and refuses a page without a heading", () => {
  const html = `<main><h1>Runs</h1><p>Eight runs.</p><div class="rows">1 2</div><pre>read()</pre></main>`;
  expect(dataRecord("data/runs/", html)).toMatchObject({title: "Runs", text: "Eight runs."});
  expect(() => dataRecord("data/runs/", "<main></main>")).toThrow("nothing to search: data/runs/");
});

test("claimId takes the first six words, without their dots and apostrophes", () => {
  expect(claimId("In Chinchilla’s Figure A1, 1.9 is lower")).toBe("claim-in-chinchillas-figure-a1-19-is");
});
