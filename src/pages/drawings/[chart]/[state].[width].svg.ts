import type {APIRoute, GetStaticPaths} from "astro";
import type {DrawingWidth} from "../../../core/define/chart.ts";
import {charts} from "../../../registry.ts";
import {renderDrawing} from "../../../export/render.ts";

export const getStaticPaths = (() =>
  [...charts].flatMap(([chart, {states}]) =>
    Object.keys(states).flatMap((state) =>
      ["narrow", "wide"].map((width) => ({params: {chart, state, width}}))
    )
  )) satisfies GetStaticPaths;

/** The drawing of a named state, to be put into a page (it takes its colours from there). */
export const GET: APIRoute = ({params}) =>
  new Response(renderDrawing(params.chart!, params.state!, params.width as DrawingWidth, "en"));
