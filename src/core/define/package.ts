import type {Source} from "./dataset.ts";
import {licenceAddresses} from "./licence.ts";

/** The licences of tables as a Frictionless data package writes them. */
export const packageLicences = {
  facts: {name: "other-pd", title: "Facts taken from a published work; cite it"},
  MIT: {name: "MIT", title: "MIT licence", path: licenceAddresses.MIT},
  "Apache-2.0": {name: "Apache-2.0", title: "Apache licence 2.0", path: licenceAddresses["Apache-2.0"]}
} as const;

/** How the CSVs are written: RFC 4180 but for the line’s end, which is a line feed alone. */
export const packageDialect = {
  delimiter: ",",
  lineTerminator: "\n",
  quoteChar: '"',
  doubleQuote: true,
  header: true
};

/** A source in one line, with the place in it. */
export function citeSource({authors, year, title, locator}: Source): string {
  return `${authors} (${year}). ${title}. ${locator}`;
}
