import {readFile} from "node:fs/promises";
import type {APIRoute, InferGetStaticParamsType} from "astro";
import sharp from "sharp";
import {keysOf} from "../core/define/keys.ts";

const sizes = {"icon-192": 192, "icon-512": 512, "apple-touch-icon": 180} as const;

export const getStaticPaths = () => keysOf(sizes).map((icon) => ({params: {icon}}));

/** The icon in a size that a home screen asks for. */
export const GET: APIRoute<object, InferGetStaticParamsType<typeof getStaticPaths>> = async ({params}) => {
  const size = sizes[params.icon];
  const svg = await readFile("public/favicon.svg");
  const png = await sharp(svg, {density: (72 * size) / 32})
    .resize(size, size)
    .png()
    .toBuffer();
  return new Response(new Uint8Array(png), {headers: {"content-type": "image/png"}});
};
