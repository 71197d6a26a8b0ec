import type {APIRoute} from "astro";
import {strings} from "../../core/i18n/strings.ts";
import {dataPackage} from "../../article/data-package.ts";
import {datasets} from "../../registry.ts";

/** All datasets as one Frictionless data package, with the CSVs beside it. */
export const GET: APIRoute = () =>
  Response.json(
    dataPackage("past-chinchilla", strings.siteTitle.en, [...datasets], (name) => `${name}.csv`, "en")
  );
