import * as Plot from "@observablehq/plot";
import type {LineOptions, Markish} from "@observablehq/plot";
import {dodge, labelMark, type EndLabel} from "../../marks/labels.ts";
import type {Panels} from "../../marks/panels.ts";
import {shared, type MeasuredSchedule, type Near24k} from "../../analysis/measured-runs.ts";
import {colour} from "../../marks/theme.ts";

/**
 * How a measured schedule is drawn: the hue by how far the rate comes down, light where it stays high; the dash by its
 * kind, solid for cosines, dotted for constant rates, dashed for a constant rate that comes down late.
 */
export const scheduleLooks: Readonly<Record<MeasuredSchedule, LineOptions & {readonly stroke: string}>> = {
  cosine_24000: {stroke: colour.ink},
  cosine_72000: {stroke: colour.accent},
  constant_24000: {stroke: colour.ramp(5), strokeDasharray: "2 3"},
  constant_72000: {stroke: colour.ramp(5), strokeDasharray: "2 3"},
  wsd_20000_24000: {stroke: colour.ramp(3), strokeDasharray: "7 3"},
  wsdld_20000_24000: {stroke: colour.ramp(2), strokeDasharray: "4 2"},
  wsdcon_3: {stroke: colour.ramp(2), strokeDasharray: "9 2 2 2"},
  wsdcon_9: {stroke: colour.ramp(4), strokeDasharray: "9 2 2 2"},
  wsdcon_18: {stroke: colour.ramp(5), strokeDasharray: "9 2 2 2"}
};

/** Two losses near step 24 000, the gap between them, and the step in both panels. */
export function gapMarks(
  [first, second]: readonly [Near24k, Near24k],
  {domain, edge, upper}: Panels
): Markish[] {
  // Not one line through both panels: between them stands a label.
  const halves = [
    [domain[0], edge],
    [upper(0), upper(shared.peak)]
  ] as const;
  return [
    ...halves.map(([y1, y2]) =>
      Plot.ruleX([first.step], {y1, y2, stroke: colour.soft, strokeDasharray: "2 3"})
    ),
    Plot.ruleX([first], {
      x: "step",
      y1: first.loss,
      y2: second.loss,
      ariaLabel: () => "gap",
      stroke: colour.ink,
      strokeWidth: 3
    }),
    Plot.dot([first, second], {
      x: "step",
      y: "loss",
      ariaLabel: (row: Near24k) => `at-24k-${row.schedule}`,
      r: 4.5,
      fill: colour.paper,
      stroke: (row: Near24k) => scheduleLooks[row.schedule].stroke,
      strokeWidth: 2
    })
  ];
}

/** The two losses of `gapMarks`, and the gap between them as text. */
export interface Gap {
  readonly rows: readonly [Near24k, Near24k];
  readonly text: string;
}

/** Names in a window that ends at step 24 000, for ends by run, and the gap there. */
export function labelsUpTo24k(ends: readonly EndLabel[], gap: Gap | undefined, panels: Panels): Markish[] {
  const atEnd = ends.filter(({x}) => x > 20_000);
  const dropped = ends.filter(({x}) => x < 20_000);
  const x = Math.min(...dropped.map((label) => label.x)) + 400;
  return [
    sideLabels(dodge(gap ? [...atEnd, gapLabel(gap)] : atEnd, panels.pixels(line)), "right"),
    ...callouts(dropped, panels, {x, y: columnFrom(panels.domain[0], dropped, panels), anchor: "start"})
  ];
}

/** Names over whole runs, for ends by run, and the gap at step 24 000. */
export function labelsOfWholeRuns(
  ends: readonly EndLabel[],
  gap: Gap | undefined,
  panels: Panels
): Markish[] {
  const long = ends.filter(({x}) => x > 30_000);
  const near24k = ends.filter(({x}) => x > 20_000 && x < 30_000);
  const dropped = ends.filter(({x}) => x < 20_000);
  const x = Math.min(...dropped.map((label) => label.x)) - 600;
  return [
    sideLabels(dodge(long, panels.pixels(line)), "right"),
    ...(gap
      ? besideGap(near24k, gap, panels)
      : callouts(near24k, panels, {x: 33_000, y: panels.edge - panels.pixels(9), anchor: "start"})),
    ...callouts(dropped, panels, {x, y: columnFrom(panels.domain[0], dropped, panels), anchor: "end"})
  ];
}

/** Height of a line of labels in px. */
const line = 15;

/** Where the highest label of a column stands whose lowest one stands at the foot of the lower panel. */
function columnFrom(foot: number, labels: readonly EndLabel[], panels: Panels): number {
  return foot + panels.pixels(12 + line * (labels.length - 1));
}

function gapLabel({rows: [first, second], text}: Gap): EndLabel {
  return {key: "gap:label", text, x: first.step, y: (first.loss + second.loss) / 2, fill: colour.ink};
}

/** Where long runs pass to the right of the gap: a lower name below it on the left, all else above on the right. */
function besideGap(ends: readonly EndLabel[], gap: Gap, panels: Panels): Markish[] {
  const label = gapLabel(gap);
  const above = ends.filter(({y}) => y > label.y);
  const top = Math.max(...gap.rows.map(({loss}) => loss));
  return [
    sideLabels(
      ends.filter(({y}) => y <= label.y),
      "lower left"
    ),
    sideLabels([...above, {...label, y: top + panels.pixels(line * above.length)}], "upper right")
  ];
}

const sides = {
  right: {textAnchor: "start", dx: 9},
  "lower left": {textAnchor: "end", dx: -7, dy: 11},
  "upper right": {textAnchor: "start", dx: 7, dy: -10}
} as const;

function sideLabels(labels: readonly EndLabel[], side: keyof typeof sides): Markish {
  return labelMark(labels, sides[side]);
}

/** Labels of ends that other curves surround: in a column where there is room, each with a line to its end. */
function callouts(
  labels: readonly EndLabel[],
  panels: Panels,
  column: {readonly x: number; readonly y: number; readonly anchor: "start" | "end"}
): Markish[] {
  const placed = labels
    .toSorted((a, b) => b.y - a.y)
    .map((label, index) => ({...label, at: column.y - panels.pixels(line) * index}));
  return [
    Plot.link(placed, {
      x1: column.x,
      y1: "at",
      x2: "x",
      y2: "y",
      ariaLabel: ({key}: EndLabel) => `${key}-leader`,
      stroke: colour.soft,
      strokeWidth: 1
    }),
    labelMark(placed, {
      x: column.x,
      y: "at",
      textAnchor: column.anchor,
      dx: column.anchor === "start" ? 3 : -3
    })
  ];
}
