import type {APIRoute, GetStaticPaths} from "astro";
import {figureFile} from "../../../export/files.ts";
import {figureKinds, type FigureKind} from "../../../figure/kinds.ts";
import {charts} from "../../../registry.ts";

export const getStaticPaths = (() =>
  [...charts].flatMap(([chart, {states}]) =>
    Object.keys(states).flatMap((state) =>
      Object.keys(figureKinds).map((kind) => ({params: {chart, state, kind}}))
    )
  )) satisfies GetStaticPaths;

/** A file of a named state, to be taken elsewhere: picture, numbers, or all of it. */
export const GET: APIRoute = async ({params}) => {
  const kind = params.kind as FigureKind;
  const bytes = await figureFile(params.chart!, params.state!, kind, "en");
  return new Response(bytes as Uint8Array<ArrayBuffer>, {headers: {"content-type": figureKinds[kind]}});
};
