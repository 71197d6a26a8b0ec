import {csvFormatRows} from "d3-dsv";
import {sharing} from "../i18n/sharing.ts";
import {strings} from "../i18n/strings.ts";
import {namedState, type Chart, type Reading, type Series} from "./chart.ts";
import type {Source} from "./dataset.ts";
import type {Locale} from "./locale.ts";
import {absolute} from "./paths.ts";
import {tableHeader} from "./reading.ts";
import {charts, datasets, find} from "./registry.ts";
import {stateTexts} from "./state-texts.ts";

/** A dataset that a figure draws, as its data files name it. */
export interface DrawnDataset {
  readonly id: string;
  readonly title: string;
  readonly source: Source;
  readonly licence: {readonly id: "facts" | "MIT"; readonly notice?: string};
  readonly error: string;
}

/** The datasets that a chart draws. */
export function drawnDatasets(chart: Chart, locale: Locale): DrawnDataset[] {
  return chart.datasets.map((id) => {
    const {title, source, licence, provenance} = find("dataset", datasets, id);
    return {id, title: title[locale], source, licence, error: provenance.error[locale]};
  });
}

/** Works that datasets come from, each once, e.g. `"Touvron et al. (2023), “LLaMA: …”, https://…"`. */
export function worksOf(drawn: readonly DrawnDataset[]): string[] {
  const works = drawn.map(
    ({source: {authors, year, title, url}}) => `${authors} (${year}), “${title}”, ${url}`
  );
  return [...new Set(works)];
}

/** How to cite a state of a chart, on one line. */
export function citationText(id: string, name: string, locale: Locale): string {
  const chart = find("chart", charts, id);
  const works = worksOf(drawnDatasets(chart, locale)).join("; ");
  return `“${chart.title[locale]}”, in: ${strings.siteTitle[locale]}, 2026, ${absolute(`charts/${id}/${name}/`)} (CC BY 4.0). Numbers from ${works}.`;
}

/**
 * What a named state draws, as CSV: the columns of the figure’s table with the numbers as they are, not
 * rounded. Lines that begin with `#` say what they are, where they come from and how wrong they may be.
 */
export function figureCsv(id: string, name: string, locale: Locale): string {
  const chart = find("chart", charts, id);
  const state = namedState(chart, name);
  const drawn = drawnDatasets(chart, locale);
  const {answer, note} = stateTexts(chart, state, locale);
  const reading = chart.reading(state as never, locale);
  const notes = [
    `${chart.title[locale]}: ${answer}`,
    `Chart and state: ${id}/${name} ${JSON.stringify(state)}`,
    `Address: ${absolute(`charts/${id}/${name}/`)}`,
    `Source and error of what is drawn: ${note}`,
    ...drawn.map(
      ({id: dataset, source, licence, error}) =>
        `Dataset ${dataset}: ${source.authors} (${source.year}), ${source.title}, ${source.locator}, ${source.url}; licence: ${licenceText(licence)}; error: ${error}`
    ),
    sharing.fileLicence[locale]
  ];
  const rows = reading.series.flatMap((series) =>
    series.x.map((x, index) => [series.label, x, series.y[index]!, ...bandOf(reading, series, index)])
  );
  return (
    notes.map((line) => `# ${line.replace(/\s+/g, " ")}\n`).join("") +
    csvFormatRows([[...tableHeader(reading, locale)], ...rows.map((row) => row.map(String))]) +
    "\n"
  );
}

/** What a named state draws, as JSON: texts, inputs, numbers by curve, units, sources, licences, errors. */
export function figureJson(id: string, name: string, locale: Locale): string {
  const chart = find("chart", charts, id);
  const state = namedState(chart, name);
  const {question, answer, note, description} = stateTexts(chart, state, locale);
  const {x, y, band, series} = chart.reading(state as never, locale);
  return JSON.stringify({
    chart: id,
    state: name,
    inputs: state,
    title: chart.title[locale],
    question,
    answer,
    description,
    address: absolute(`charts/${id}/${name}/`),
    licence: {figure: "CC-BY-4.0", numbers: sharing.fileLicence[locale]},
    error: note,
    datasets: drawnDatasets(chart, locale),
    units: {x: x.unit, y: y.unit},
    x: {label: x.label, unit: x.unit},
    y: {label: y.label, unit: y.unit},
    ...(band === undefined ? {} : {band}),
    series
  });
}

/** A licence with the notice that has to stay with it. */
export function licenceText({id, notice}: DrawnDataset["licence"]): string {
  return notice === undefined ? id : `${id} (${notice})`;
}

function bandOf(reading: Reading, {low, high}: Series, index: number): number[] | ["", ""] {
  if (!reading.band) return [];
  return low && high ? [low[index]!, high[index]!] : ["", ""];
}
