import {unzipSync} from "fflate";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {firstLocale} from "../core/i18n/locale.ts";

/** What an edition left behind for good: the folder of each figure below `/v/`, and the hash of every file there. */
export interface FrozenEdition {
  readonly version: string;
  /** The day of the edition, in ISO form. */
  readonly date: string;
  /** Folders by chart and state, e.g. `"loss/gpu-hours"`. */
  readonly figures: Readonly<Record<string, string>>;
  /** SHA-256 in hex by the path below `/v/`. */
  readonly files: Readonly<Record<string, string>>;
}

/** Where the editions are kept: of each a manifest, `<version>.json`, and its files, `<version>.zip`. */
export const frozenFolder = "src/frozen";

/** Of versions: 0.10.0 comes after 0.9.0 in any language. */
const order = new Intl.Collator(firstLocale, {numeric: true});

/** All editions, the oldest first. */
export function frozenEditions(): FrozenEdition[] {
  return readdirSync(frozenFolder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(frozenFolder, name), "utf8")) as FrozenEdition)
    .sort((a, b) => order.compare(a.version, b.version));
}

/** The files of an edition by their path below `/v/`. */
export function frozenFiles({version}: FrozenEdition): Readonly<Record<string, Uint8Array>> {
  return unzipSync(readFileSync(join(frozenFolder, `${version}.zip`)));
}
