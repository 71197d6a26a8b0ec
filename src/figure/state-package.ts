import type {Column, Reading} from "../core/define/chart.ts";
import type {Source} from "../core/define/dataset.ts";
import type {Licence} from "../core/define/licence.ts";
import {citeSource, packageDialect, packageLicences} from "../core/define/package.ts";
import type {Locale} from "../core/i18n/locale.ts";
import {sharing} from "../core/i18n/sharing.ts";
import {pointsOf} from "./points.ts";
import {columnNames, csvOf, curveNames} from "./state-csv.ts";
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
 * The Frictionless data package of a state’s CSV: what its columns mean, in which units, what is drawn, where it comes
 * from and how wrong it may be.
 *
 * @param path of the CSV, beside the package
 */
export function packageOf(drawn: DrawnState, path: string, locale: Locale): object {
  const {place, inputs, title, texts, address, datasets, reading} = drawn;
  const name = place.replaceAll("/", "-");
  return {
    profile: "tabular-data-package",
    name,
    title: `${title}: ${texts.answer}`,
    description: `${texts.question} ${texts.answer} ${texts.description}`,
    homepage: address,
    figure: place,
    inputs: JSON.parse(inputs) as unknown,
    licence: sharing.fileLicence[locale],
    resources: [
      {
        profile: "tabular-data-resource",
        name,
        title,
        path,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: new TextEncoder().encode(csvOf(reading)).length,
        dialect: packageDialect,
        schema: {fields: fieldsOf(reading, locale), missingValues: [""]},
        ...(datasets.length === 0
          ? {}
          : {
              sources: datasets.map(({source}) => ({title: citeSource(source), path: source.url})),
              licenses: [...new Set(datasets.map(({licence}) => packageLicences[licence.id]))]
            }),
        error: texts.note,
        datasets: datasets.map(({id, title, licence, error}) => ({
          id,
          title,
          licence: licenceText(licence),
          error
        }))
      }
    ]
  };
}

/** A licence with the notice that has to stay with it. */
export function licenceText({id, notice}: Licence): string {
  return notice === undefined ? id : `${id} (${notice})`;
}

/** The columns; their titles are what the page’s table calls them. */
function fieldsOf(reading: Reading, locale: Locale): object[] {
  const {series, x, y, band} = reading;
  const titles = tableHeader(reading, locale);
  const points = series.flatMap(pointsOf);
  const curves = curveNames(reading);
  const labels = series.map(({key, label}) => [curves.get(key) ?? key, label] as const);
  const sides = [0, 1] as const;
  const quantities: readonly {
    about: Column;
    values: readonly (number | undefined)[];
    description?: string;
  }[] = [
    {about: x, values: points.map((point) => point.x)},
    {about: y, values: points.map((point) => point.y)},
    ...(band === undefined
      ? []
      : sides.map((side) => ({
          about: y,
          values: points.map((point) => point.band?.[side]),
          description: band
        })))
  ];
  return columnNames(reading).map((name, index) => {
    const quantity = quantities[index - 1];
    if (!quantity)
      return {
        name,
        title: titles[index],
        type: "string",
        // What the page calls a curve whose name is written otherwise here.
        labels: Object.fromEntries(labels.filter(([plain, label]) => plain !== label)),
        constraints: {required: true, enum: labels.map(([plain]) => plain)}
      };
    const {about, values, description} = quantity;
    return {
      name,
      title: titles[index],
      ...(description === undefined ? {} : {description}),
      type: values.every((value) => value === undefined || Number.isSafeInteger(value))
        ? "integer"
        : "number",
      unit: about.unit,
      constraints: values.includes(undefined) ? {} : {required: true}
    };
  });
}
