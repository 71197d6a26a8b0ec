import type {APIRoute, GetStaticPaths} from "astro";
import {dataPackage} from "../../../article/data-package.ts";
import {asset} from "../../../core/address.ts";
import {datasets, find} from "../../../registry.ts";

export const getStaticPaths = (() =>
  [...datasets.keys()].map((name) => ({params: {name}}))) satisfies GetStaticPaths;

/** One dataset as a Frictionless data package. A package's paths may not climb, so the CSV is named by its URL. */
export const GET: APIRoute = ({params, site}) => {
  const name = params.name!;
  const dataset = find("dataset", datasets, name);
  const addressOf = (each: string): string => new URL(asset(`data/${each}.csv`), site).href;
  return Response.json(dataPackage(name, dataset.title.en, [[name, dataset]], addressOf, "en"));
};
