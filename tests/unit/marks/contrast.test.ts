import {globSync, readFileSync} from "node:fs";
import {wcagContrast} from "culori";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {bakeColours, themeColours} from "../../../src/figure/theme-colours.ts";

/** WCAG 2, for words of less than 24 px. */
const needed = 4.5;

/** Every named state at both widths: what `charts.test.ts` holds the drawings against. */
const drawings = globSync("tests/snapshots/charts/*/*.svg").sort();

/** What is written in a drawing, each with its own colour or its group’s, that is less than `needed` from paper. */
function faintWords(svg: string, paper: string): string[] {
  const {document} = parseHTML(svg);
  return [...document.querySelectorAll("text")].flatMap((element) => {
    const fill = element.closest("[fill]")!.getAttribute("fill")!;
    const isThin = element.closest("[opacity], [fill-opacity]") !== null;
    const contrast = wcagContrast(fill, paper);
    return contrast >= needed && !isThin ? [] : [`${element.textContent}: ${fill}, ${contrast.toFixed(2)}`];
  });
}

describe("words in drawings", () => {
  it("are there to be read", () => {
    expect(drawings.length).toBeGreaterThan(180);
    expect(faintWords('<svg><g fill="#7aa378"><text>5.0×</text></g></svg>', "#fdfcf8")).toEqual([
      "5.0×: #7aa378, 2.79"
    ]);
  });

  it.each(["light", "dark"] as const)("stand out from the paper of the %s theme", (theme) => {
    const paper = themeColours[theme].get("--paper")!;
    const faint = drawings.flatMap((file) =>
      faintWords(bakeColours(readFileSync(file, "utf8"), theme), paper).map((words) => `${file}: ${words}`)
    );
    expect(faint).toEqual([]);
  });
});
