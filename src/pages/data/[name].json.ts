import type {APIRoute, InferGetStaticParamsType} from "astro";
import {datasets, find} from "../../registry.ts";
import {jsonResponse} from "../../core/node/json-text.ts";

export const getStaticPaths = () => Array.from(datasets.keys(), (name) => ({params: {name}}));

/** A dataset's rows with all that is known of them: fields, source, licence, error. */
export const GET: APIRoute<object, InferGetStaticParamsType<typeof getStaticPaths>> = ({params}) => {
  const name = params.name;
  const {title, description, fields, key, source, licence, provenance, rows} = find(
    "dataset",
    datasets,
    name
  );
  return jsonResponse({name, title, description, fields, key, source, licence, provenance, rows});
};
