import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {drawingWidths} from "../../../src/core/define/chart.ts";
import {renderDrawing} from "../../../src/export/render.ts";
import {drawingIn} from "../../../src/figure/drawing-file.ts";
import {drawingFile} from "../../../src/figure/sheet.ts";
import {themeColours} from "../../../src/figure/theme-colours.ts";
import {charts} from "../../../src/registry.ts";

const drawings = [...charts].flatMap(([id, {states}]) =>
  Object.keys(states).flatMap((name) => drawingWidths.map((width) => ({id, name, width})))
);

describe("drawingFile(drawing, width)", () => {
  it("needs no page: a namespace, a face, an anchor, colours and no variable", () => {
    for (const {id, name, width} of drawings) {
      const file = drawingFile(renderDrawing(id, name, width, "en"), width);
      const where = `${id}/${name}.${width}`;
      expect(file, where).toMatch(
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" font-family="'Source Sans 3'/
      );
      expect(file, where).not.toContain("var(");
      const root = parseHTML(file).document.querySelector("svg");
      expect(root?.getAttribute("text-anchor"), where).toBe("middle");
      expect(root?.getAttribute("fill"), where).toBe(themeColours.light.get("--ink"));
    }
  });

  it("gives the very drawing back to a page", () => {
    for (const {id, name, width} of drawings) {
      const drawing = renderDrawing(id, name, width, "en");
      expect(drawingIn(drawingFile(drawing, width)), `${id}/${name}.${width}`).toBe(drawing);
    }
  });
});

describe("drawingIn(file)", () => {
  it("leaves a drawing alone that is no file", () => {
    const drawing = '<svg class="drawing"><path stroke="#1d1c1a"></path></svg>';
    expect(drawingIn(drawing)).toBe(drawing);
  });
});
