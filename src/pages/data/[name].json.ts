import type {APIRoute, GetStaticPaths} from "astro";
import {datasets, find} from "../../registry.ts";

export const getStaticPaths = (() =>
  [...datasets.keys()].map((name) => ({params: {name}}))) satisfies GetStaticPaths;

/** A dataset's rows with all that is known of them: fields, source, licence, error. */
export const GET: APIRoute = ({params}) => {
  const name = params.name!;
  const {title, description, fields, key, source, licence, provenance, rows} = find(
    "dataset",
    datasets,
    name
  );
  return Response.json({name, title, description, fields, key, source, licence, provenance, rows});
};
