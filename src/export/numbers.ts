import {sharing} from "../core/i18n/sharing.ts";
import {strings} from "../core/i18n/strings.ts";
import {namedState} from "../core/define/chart.ts";
import {csvOf} from "../figure/state-csv.ts";
import {packageOf, type DrawnDataset} from "../figure/state-package.ts";
import {jsonText} from "../core/node/json-text.ts";
import type {Locale} from "../core/i18n/locale.ts";
import {absolute} from "../core/address.ts";
import {charts, datasets, find, type RegisteredChart} from "../registry.ts";
import {stateTexts} from "../figure/texts.ts";

/** The datasets that a chart draws. */
export function drawnDatasets(chart: RegisteredChart, locale: Locale): DrawnDataset[] {
  return chart.datasets.map((id) => {
    const {title, source, licence, provenance} = find("dataset", datasets, id);
    return {id, title: title[locale], source, licence, error: provenance.error[locale]};
  });
}

/** Works that datasets come from, each once, e.g. `"Touvron et al. (2023), “LLaMA: …”, https://…"`. */
function worksOf(drawn: readonly DrawnDataset[]): string[] {
  const works = drawn.map(
    ({source: {authors, year, title, url}}) => `${authors} (${year}), “${title}”, ${url}`
  );
  return [...new Set(works)];
}

/** How to cite a state of a chart, on one line. */
export function citationText(id: string, name: string, locale: Locale): string {
  const chart = find("chart", charts, id);
  const works = worksOf(drawnDatasets(chart, locale)).join("; ");
  return sharing.citation[locale]
    .replace("{title}", () => chart.title[locale])
    .replace("{site}", () => strings.siteTitle[locale])
    .replace("{address}", () => absolute(`charts/${id}/${name}/`, locale))
    .replace("{works}", () => works);
}

/** What a named state draws, as CSV. */
export function figureCsv(id: string, name: string, locale: Locale): string {
  const chart = find("chart", charts, id);
  return csvOf(chart.reading(namedState(chart, name), locale));
}

/** The data package of the CSV of a named state, which stands at `path` beside it. */
export function figurePackage(id: string, name: string, path: string, locale: Locale): string {
  const chart = find("chart", charts, id);
  const state = namedState(chart, name);
  const drawn = {
    place: `${id}/${name}`,
    inputs: JSON.stringify(state),
    title: chart.title[locale],
    texts: stateTexts(chart, state, locale),
    address: absolute(`charts/${id}/${name}/`, locale),
    datasets: drawnDatasets(chart, locale),
    reading: chart.reading(state, locale)
  };
  return jsonText(packageOf(drawn, path, locale));
}

/** What a named state draws, as JSON: texts, inputs, numbers by curve, units, sources, licences, errors. */
export function figureJson(id: string, name: string, locale: Locale): string {
  const chart = find("chart", charts, id);
  const state = namedState(chart, name);
  const {question, answer, note, description} = stateTexts(chart, state, locale);
  const {x, y, band, series} = chart.reading(state, locale);
  return jsonText({
    chart: id,
    state: name,
    inputs: state,
    title: chart.title[locale],
    question,
    answer,
    description,
    address: absolute(`charts/${id}/${name}/`, locale),
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
