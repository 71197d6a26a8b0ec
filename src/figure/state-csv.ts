import {csvFormatRows} from "d3-dsv";
import {sharing} from "../core/i18n/sharing.ts";
import type {Reading} from "../core/define/chart.ts";
import type {Source} from "../core/define/dataset.ts";
import type {Licence} from "../core/define/licence.ts";
import type {Locale} from "../core/i18n/locale.ts";
import {pointsOf} from "./points.ts";
import {tableHeader} from "./table.ts";
import type {StateTexts} from "./texts.ts";

/** A dataset that a figure draws, as its data files name it. */
export interface DrawnDataset {
  readonly id: string;
  readonly title: string;
  readonly source: Source;
  readonly licence: Licence;
  readonly error: string;
}

/** What a state of a chart draws, with all that is said of it. */
export interface DrawnState {
  /** Its chart, and its name where it has one, e.g. `"loss/gpu-hours"`. */
  readonly place: string;
  /** Its inputs, as JSON. */
  readonly inputs: string;
  readonly title: string;
  readonly texts: StateTexts;
  readonly address: string;
  readonly datasets: readonly DrawnDataset[];
  readonly reading: Reading;
}

/**
 * What a state draws, as CSV: the columns of the figure’s table with the numbers as they are, not
 * rounded. Lines that begin with `#` say what they are, where they come from and how wrong they may be.
 */
export function csvOf(drawn: DrawnState, locale: Locale): string {
  const {place, inputs, title, texts, address, datasets, reading} = drawn;
  const notes = [
    `${title}: ${texts.answer}`,
    `Chart and state: ${place} ${inputs}`,
    `Address: ${address}`,
    `Source and error of what is drawn: ${texts.note}`,
    ...datasets.map(
      ({id, source, licence, error}) =>
        `Dataset ${id}: ${source.authors} (${source.year}), ${source.title}, ${source.locator}, ${source.url}; licence: ${licenceText(licence)}; error: ${error}`
    ),
    sharing.fileLicence[locale]
  ];
  const rows = reading.series.flatMap((series) =>
    pointsOf(series).map(({x, y, band}) => [series.label, x, y, ...(reading.band ? (band ?? ["", ""]) : [])])
  );
  return (
    notes.map((line) => `# ${line.replace(/\s+/g, " ")}\n`).join("") +
    csvFormatRows([[...tableHeader(reading, locale)], ...rows.map((row) => row.map(String))]) +
    "\n"
  );
}

/** A licence with the notice that has to stay with it. */
export function licenceText({id, notice}: DrawnDataset["licence"]): string {
  return notice === undefined ? id : `${id} (${notice})`;
}
