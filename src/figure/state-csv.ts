import {csvFormatRows} from "d3-dsv";
import type {Column, Reading} from "../core/define/chart.ts";
import {numberTexts} from "./number-texts.ts";
import {plainAscii} from "./plain-ascii.ts";
import {pointsOf} from "./points.ts";

/**
 * What a state draws, as CSV by RFC 4180: a header, then a row for each point of each curve. All cells are ASCII, the
 * numbers as they are, not rounded, and a column of them in one form. What they mean and where they come from stands
 * in the data package beside the file.
 */
export function csvOf(reading: Reading): string {
  const names = curveNames(reading);
  const points = reading.series.flatMap((series) =>
    pointsOf(series).map((point) => ({...point, curve: names.get(series.key) ?? series.key}))
  );
  const columns = [
    points.map(({curve}) => curve),
    numberTexts(points.map(({x}) => x)),
    numberTexts(points.map(({y}) => y)),
    ...(reading.band
      ? [numberTexts(points.map(({band}) => band?.[0])), numberTexts(points.map(({band}) => band?.[1]))]
      : [])
  ];
  const rows = points.map((_, row) => columns.map((column) => column[row] ?? ""));
  return `${csvFormatRows([[...columnNames(reading)], ...rows])}\n`;
}

/** The header of the CSV of a drawing: the curve, x and y with their units, and the ends of the band. */
export function columnNames({x, y, band}: Reading): readonly string[] {
  const [nameX = "x", nameY = "y"] = [columnName(x), columnName(y)];
  return ["curve", nameX, nameY === nameX ? "y" : nameY, ...(band ? ["low", "high"] : [])];
}

/**
 * The curves as the cells of the CSV call them, by their keys: by their names in ASCII, or by the key where a name can’t
 * be written so, or is another’s.
 */
export function curveNames({series}: Reading): ReadonlyMap<string, string> {
  const plain = series.map(({label}) => plainAscii(label));
  return new Map(
    series.map(({key}, index) => {
      const name = plain[index];
      return [key, name === undefined || plain.indexOf(name) !== plain.lastIndexOf(name) ? key : name];
    })
  );
}

/**
 * A column’s name for programs, e.g. `loss_nat_per_token`: lower case, digits and underscores, with the unit, unless one
 * of the two says the other.
 */
function columnName({label, unit}: Column): string | undefined {
  const said = label.includes(unit) ? label : unit.includes(label) ? unit : `${label} ${unit}`;
  const name = plainAscii(said)
    ?.toLowerCase()
    .replaceAll("%", " percent ")
    .replaceAll("/", " per ")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return name === "" ? undefined : name;
}
