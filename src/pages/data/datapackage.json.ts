import type {APIRoute} from "astro";
import {firstLocale} from "../../core/i18n/locale.ts";
import {strings} from "../../core/i18n/strings.ts";
import {dataPackage} from "../../article/data-package.ts";
import {datasets} from "../../registry.ts";
import {jsonResponse} from "../../core/node/json-text.ts";

/** All datasets as one Frictionless data package, with the CSVs beside it; its words are in the first language. */
export const GET: APIRoute = () =>
  jsonResponse(
    dataPackage(
      "past-chinchilla",
      strings.siteTitle[firstLocale],
      [...datasets],
      (name) => `${name}.csv`,
      firstLocale
    )
  );
