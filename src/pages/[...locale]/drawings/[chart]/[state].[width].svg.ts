import type {APIRoute, InferGetStaticParamsType} from "astro";
import {drawingWidths} from "../../../../core/define/chart.ts";
import {localeOf} from "../../../../core/i18n/routes.ts";
import {stateRoutes} from "../../../../export/figure-routes.ts";
import {renderDrawing} from "../../../../export/render.ts";
import {drawingFile} from "../../../../figure/sheet.ts";

export const getStaticPaths = () =>
  stateRoutes().flatMap(({params}) => drawingWidths.map((width) => ({params: {...params, width}})));

/** The drawing of a named state, to be put into a page, whose colours it takes, or shown as an image. */
export const GET: APIRoute<object, InferGetStaticParamsType<typeof getStaticPaths>> = (context) => {
  const {chart, state, width} = context.params;
  return new Response(drawingFile(renderDrawing(chart, state, width, localeOf(context)), width));
};
