import type {Source} from "./dataset.ts";
import type {Localised} from "../i18n/locale.ts";

/** A published law: what it says, its formula, and where it stands. */
export interface Law {
  readonly title: Localised;
  readonly description: Localised;
  /** The formula as TeX; the article shows this very string. */
  readonly tex: string;
  readonly source: Source;
}

/** Returns its argument, which adds its own functions to a law. */
export function defineLaw<const L extends Law>(law: L): L {
  return law;
}
