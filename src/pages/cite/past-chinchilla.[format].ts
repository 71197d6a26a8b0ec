import type {APIRoute, GetStaticPaths} from "astro";
import {articleAt} from "../../article/edition.ts";
import {citationFile, citationFormats, type CitationFormat} from "../../article/citation-files.ts";
import {absolute} from "../../core/address.ts";

export const getStaticPaths = (() =>
  Object.keys(citationFormats).map((format) => ({params: {format}}))) satisfies GetStaticPaths;

/** The article's own citation, for programs that keep references. */
export const GET: APIRoute = ({params}) =>
  new Response(citationFile(articleAt(absolute(""), "en"), params.format as CitationFormat));
