import type {APIRoute, InferGetStaticParamsType} from "astro";
import {dataPackage} from "../../../article/data-package.ts";
import {asset} from "../../../core/address.ts";
import {firstLocale} from "../../../core/i18n/locale.ts";
import {datasets, find} from "../../../registry.ts";
import {jsonResponse} from "../../../core/node/json-text.ts";

export const getStaticPaths = () => Array.from(datasets.keys(), (name) => ({params: {name}}));

/**
 * One dataset as a Frictionless data package, in the first language. A package's paths may not climb, so the CSV is
 * named by its URL.
 */
export const GET: APIRoute<object, InferGetStaticParamsType<typeof getStaticPaths>> = ({params, site}) => {
  const name = params.name;
  const dataset = find("dataset", datasets, name);
  const addressOf = (each: string): string => new URL(asset(`data/${each}.csv`), site).href;
  return jsonResponse(
    dataPackage(name, dataset.title[firstLocale], [[name, dataset]], addressOf, firstLocale)
  );
};
