import type {Localised} from "../i18n/locale.ts";
import type {Unit} from "./unit.ts";

interface FieldBase {
  readonly label: Localised;
  readonly description: Localised;
  /** What an edition called it before; data packages say so. */
  readonly formerly?: string;
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
  readonly unit: Unit;
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
