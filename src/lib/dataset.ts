import {parseRows, type CsvFile} from "./csv.ts";
import type {Text} from "./locale.ts";

interface FieldBase {
  readonly label: Text;
  readonly description: Text;
  /** An empty cell reads as `null`; without this it is an error. */
  readonly optional?: true;
}

/** A column of closed names. */
export interface CategoryField extends FieldBase {
  readonly type: "category";
  readonly categories: readonly string[];
}

/** A column of numbers in one unit. */
export interface NumberField extends FieldBase {
  readonly type: "number";
  /** Unit of a cell, e.g. `"nat/token"`, `"1e9 tokens"`, `"1"` for a pure number. */
  readonly unit: string;
  /** Inclusive bounds that every cell must keep. */
  readonly range: readonly [min: number, max: number];
  /** Digits after the point of every cell, which then has no exponent; without it, any notation. */
  readonly decimals?: number;
}

/** A column of free text. */
export interface TextField extends FieldBase {
  readonly type: "text";
}

/** A column of `0` and `1`. */
export interface BooleanField extends FieldBase {
  readonly type: "boolean";
}

/** What a column holds. */
export type Field = CategoryField | NumberField | TextField | BooleanField;
/** Columns by name, in the order of the CSV's header. */
export type Fields = Readonly<Record<string, Field>>;

type Cell<F extends Field> = F extends CategoryField
  ? F["categories"][number]
  : F extends NumberField
    ? number
    : F extends BooleanField
      ? boolean
      : string;

/** One row of a dataset with these fields. */
export type Row<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends {readonly optional: true} ? Cell<F[K]> | null : Cell<F[K]>;
};

/** Where a published number comes from. */
export interface Source {
  readonly authors: string;
  readonly title: string;
  readonly year: number;
  readonly url: string;
  /** Table, figure, equation or section. */
  readonly locator: string;
  /** ISO date on which the source was read. */
  readonly accessed: string;
}

/** How the numbers were obtained and how wrong they may be. */
export interface Provenance {
  readonly method: "digitised" | "transcribed" | "measured" | "computed";
  /** Reading or rounding error, one term per quantity, with units. */
  readonly error: Text;
  readonly notes: Text;
}

/** What a dataset's file says; `defineDataset` turns it into a `Dataset`. */
export interface DatasetDefinition<F extends Fields> {
  readonly title: Text;
  readonly description: Text;
  readonly fields: F;
  /** Fields that together name a row; no two rows share them. */
  readonly key: readonly (keyof F & string)[];
  /** A number field that strictly ascends within each group of equal `within` cells. */
  readonly ascending?: {readonly field: keyof F & string; readonly within: readonly (keyof F & string)[]};
  readonly source: Source;
  readonly licence: {readonly id: "facts" | "MIT"; readonly notice?: string};
  readonly provenance: Provenance;
  readonly rows: CsvFile;
}

/** A published table: what its columns mean, where it comes from, and its rows. */
export interface Dataset<F extends Fields = Fields> extends Omit<DatasetDefinition<F>, "rows"> {
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
