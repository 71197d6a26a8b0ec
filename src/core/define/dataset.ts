import {parseRows, type CsvFile, type CsvTable} from "./csv.ts";
import type {Fields, Row} from "./field.ts";
import type {Licence} from "./licence.ts";
import type {Localised} from "../i18n/locale.ts";

/** What is published: a paper, or a repository. */
export interface Work {
  readonly authors: string;
  readonly title: string;
  readonly year: number;
  readonly url: string;
  /** ISO date on which it was read. */
  readonly accessed: string;
}

/** Where a published number comes from. */
export interface Source extends Work {
  /** Table, figure, equation or section. */
  readonly locator: string;
}

/** How the numbers were obtained and how wrong they may be. */
export interface Provenance {
  readonly method: "digitised" | "transcribed" | "measured" | "computed";
  /** Reading or rounding error, one term per quantity, with units. */
  readonly error: Localised;
  readonly notes: Localised;
}

/** What a dataset's file says; `defineDataset` turns it into a `Dataset`. */
export interface DatasetDefinition<F extends Fields> extends CsvTable<F> {
  readonly title: Localised;
  readonly description: Localised;
  readonly source: Source;
  readonly licence: Licence;
  readonly provenance: Provenance;
}

/** A published table: what its columns mean, where it comes from, and its rows. */
export interface Dataset<F extends Fields = Fields> extends Omit<DatasetDefinition<F>, "rows" | "ascending"> {
  readonly ascending?: {readonly field: string; readonly within: readonly string[]};
  /** The CSV as it is served, and its path from the project's root. */
  readonly csv: CsvFile;
  readonly rows: readonly Row<F>[];
}

/**
 * Returns a dataset whose rows are parsed and checked against its fields.
 *
 * @throws where the CSV breaks the definition, as `parseRows` says: the message names file, line,
 * column, value and expectation.
 */
export function defineDataset<const F extends Fields>(definition: DatasetDefinition<F>): Dataset<F> {
  return {...definition, csv: definition.rows, rows: parseRows(definition)};
}
