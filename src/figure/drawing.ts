import * as Plot from "@observablehq/plot";
import type {AnyState, Chart, DrawingWidth} from "../core/define/chart.ts";
import type {Locale} from "../core/i18n/locale.ts";

type Plotted = ReturnType<typeof Plot.plot>;

/**
 * Draws one state of a chart as an SVG element: the same in the build, with a headless document, and in
 * the browser. What Plot leaves in it for its own purposes is taken out, so that a strict content policy
 * holds and marks are found by their keys:
 *
 * - no `<style>` and no `style=`: the class `drawing` is styled once, by the page;
 * - a mark that means one curve or point carries `data-key`, and its group `data-mark`;
 * - the scales of x and y stand in `data-scales`, as JSON;
 * - coordinates are rounded to a tenth of a pixel, and long paths written relative to the point before.
 */
export function draw(
  chart: Chart,
  state: AnyState,
  options: {readonly width: DrawingWidth; readonly locale: Locale; readonly document: Document}
): SVGSVGElement {
  const {document, width, locale} = options;
  const svg = Plot.plot({
    ...chart.plot({state, width, locale}),
    document,
    className: "drawing"
  });
  if (!isPlain(svg))
    throw new Error(`not a plain drawing: <${svg.localName}> (expected no legend and no title)`);
  const scales = {x: scaleOf(svg, "x"), y: scaleOf(svg, "y")};
  for (const style of [...svg.querySelectorAll("style")]) style.remove();
  for (const element of [svg, ...svg.querySelectorAll("*")]) tidy(element);
  svg.setAttribute("class", `drawing drawing-${width}`);
  svg.setAttribute("data-width", width);
  svg.setAttribute("data-scales", JSON.stringify(scales));
  svg.setAttribute("aria-hidden", "true");
  svg.removeAttribute("fill");
  svg.removeAttribute("font-family");
  svg.removeAttribute("font-size");
  svg.removeAttribute("text-anchor");
  return svg;
}

/** With a legend or a title Plot returns a `<figure>`. */
function isPlain(plot: Plotted): plot is Plot.Plot & SVGSVGElement {
  return plot.localName === "svg";
}

function scaleOf(plot: Plot.Plot, name: Plot.ScaleName): object | undefined {
  const scale = plot.scale(name);
  return scale && {type: scale.type, domain: [...(scale.domain ?? [])], range: [...(scale.range ?? [])]};
}

const rounded = ["transform", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height"];

function tidy(element: Element): void {
  element.removeAttribute("style");
  for (const name of rounded) {
    const value = element.getAttribute(name);
    if (value !== null)
      element.setAttribute(
        name,
        value.replace(/-?\d+\.\d{2,}/g, (number) => String(tenths(number) / 10))
      );
  }
  const path = element.getAttribute("d");
  if (path !== null) element.setAttribute("d", relative(path));
  const label = element.getAttribute("aria-label");
  if (label !== null) {
    element.setAttribute(element.localName === "g" ? "data-mark" : "data-key", label);
    element.removeAttribute("aria-label");
  }
  element.removeAttribute("aria-hidden");
}

/** The same path of straight lines with each point relative to the one before: a fifth smaller over the wire. */
function relative(path: string): string {
  if (!/^[-\dMLZe.,]+$/.test(path)) return path;
  let [x, y] = [0, 0];
  return path.replace(/([ML])(-?[\d.e-]+),(-?[\d.e-]+)/g, (_, command: string, toX: string, toY: string) => {
    const [fromX, fromY] = [x, y];
    // Whole tenths, so that no rounding error adds up along the path.
    [x, y] = [tenths(toX), tenths(toY)];
    return command === "M" ? `M${x / 10},${y / 10}` : `l${(x - fromX) / 10},${(y - fromY) / 10}`;
  });
}

function tenths(number: string): number {
  return Math.round(Number(number) * 10);
}
