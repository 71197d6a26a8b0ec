import type {APIRoute, GetStaticPaths} from "astro";
import {datasets, find} from "../../registry.ts";

export const getStaticPaths = (() =>
  Array.from(datasets.keys(), (name) => ({params: {name}}))) satisfies GetStaticPaths;

/** A dataset as the charts read it. */
export const GET: APIRoute = ({params}) => new Response(find("dataset", datasets, params.name!).csv.text);
