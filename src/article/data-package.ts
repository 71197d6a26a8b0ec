import type {Dataset} from "../core/define/dataset.ts";
import type {Field} from "../core/define/field.ts";
import {citeSource, packageDialect, packageLicences} from "../core/define/package.ts";
import type {Locale} from "../core/i18n/locale.ts";

/** A dataset with the name of its file. */
export type Named = readonly [name: string, dataset: Dataset];

/**
 * A Frictionless tabular data package of these datasets; `addressOf` says where a CSV lies, as a URL or as a
 * path below the package. Ranges, categories and keys of the fields are its constraints, an empty cell is a
 * missing value.
 */
export function dataPackage(
  name: string,
  title: string,
  datasets: readonly Named[],
  addressOf: (name: string) => string,
  locale: Locale
): object {
  return {
    profile: "tabular-data-package",
    name,
    title,
    resources: datasets.map(([each, dataset]) => ({
      profile: "tabular-data-resource",
      name: each,
      title: dataset.title[locale],
      description: dataset.description[locale],
      path: addressOf(each),
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      bytes: Buffer.byteLength(dataset.csv.text),
      dialect: packageDialect,
      schema: {
        fields: Object.entries(dataset.fields).map(([field, meaning]) =>
          describeField(field, meaning, locale)
        ),
        missingValues: [""],
        primaryKey: dataset.key
      },
      sources: [{title: citeSource(dataset.source), path: dataset.source.url}],
      licenses: [packageLicences[dataset.licence.id]],
      ...(dataset.licence.notice === undefined ? {} : {notice: dataset.licence.notice}),
      error: dataset.provenance.error[locale],
      method: dataset.provenance.method,
      notes: dataset.provenance.notes[locale]
    }))
  };
}

function describeField(name: string, field: Field, locale: Locale): object {
  const required = field.optional ? {} : {required: true};
  const about = {
    name,
    title: field.label[locale],
    description: field.description[locale],
    ...(field.formerly === undefined ? {} : {formerly: field.formerly})
  };
  switch (field.type) {
    case "number": {
      const [minimum, maximum] = field.range;
      const type = field.decimals === 0 ? "integer" : "number";
      return {...about, type, unit: field.unit, constraints: {...required, minimum, maximum}};
    }
    case "category":
      return {...about, type: "string", constraints: {...required, enum: field.categories}};
    case "boolean":
      return {...about, type: "boolean", trueValues: ["1"], falseValues: ["0"], constraints: required};
    case "text":
      return {...about, type: "string", constraints: required};
  }
}
