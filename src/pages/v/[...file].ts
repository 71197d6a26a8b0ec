import type {APIRoute, GetStaticPaths} from "astro";
import {frozenEditions, frozenFiles} from "../../export/frozen-editions.ts";

export const getStaticPaths = (() =>
  frozenEditions().flatMap((edition) =>
    Object.entries(frozenFiles(edition)).map(([file, bytes]) => ({params: {file}, props: {bytes}}))
  )) satisfies GetStaticPaths;

/** A file of this edition or an earlier one, to the byte as it came out. */
export const GET: APIRoute<{bytes: Uint8Array<ArrayBuffer>}> = ({props: {bytes}}) => new Response(bytes);
