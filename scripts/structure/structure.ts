import {figuresOf, type Figure} from "./figures.ts";
import {violationsIn, type Violation} from "./imports.ts";
import {roomsOf} from "./rooms.ts";

// Prints what the project's structure is held to; ends with 1 where a figure is over its limit.
const violations = await violationsIn(".", roomsOf());
const figures = [
  ...figuresOf("."),
  importFigure("imports that run back", "direction"),
  importFigure("circles", "circle"),
  importFigure("page scripts that reach the build", "page-scripts"),
  importFigure("files in no room", "unknown-room"),
  importFigure("imports of Node in what browsers run", "node"),
  importFigure("imports of Plot before what draws", "plot")
];
for (const {name, value, limit, where} of figures)
  console.log([name.padEnd(42), String(value).padStart(6), `≤ ${limit}`.padStart(6), `  ${where}`].join(""));
const over = figures.filter(({value, limit}) => value > limit);
console.log(over.length === 0 ? "all within" : `over: ${over.map(({name}) => name).join(", ")}`);
process.exitCode = over.length === 0 ? 0 : 1;

function importFigure(name: string, rule: Violation["rule"]): Figure {
  const found = violations.filter((violation) => violation.rule === rule);
  const where = found.map(({from, to}) => `${from} -> ${to}`).join(", ");
  return {name, value: found.length, limit: 0, where};
}
