import type {APIRoute, InferGetStaticParamsType} from "astro";
import {datasets, find} from "../../registry.ts";

export const getStaticPaths = () => Array.from(datasets.keys(), (name) => ({params: {name}}));

/** A dataset as the charts read it. */
export const GET: APIRoute<object, InferGetStaticParamsType<typeof getStaticPaths>> = ({params}) =>
  new Response(find("dataset", datasets, params.name).csv.text);
