import {readFile} from "node:fs/promises";
import type {APIRoute, GetStaticPaths} from "astro";
import sharp from "sharp";

const sizes = {"icon-192": 192, "icon-512": 512, "apple-touch-icon": 180} as const;

export const getStaticPaths = (() =>
  Object.keys(sizes).map((icon) => ({params: {icon}}))) satisfies GetStaticPaths;

/** The icon in a size that a home screen asks for. */
export const GET: APIRoute = async ({params}) => {
  const size = sizes[params.icon as keyof typeof sizes];
  const svg = await readFile("public/favicon.svg");
  const png = await sharp(svg, {density: (72 * size) / 32})
    .resize(size, size)
    .png()
    .toBuffer();
  return new Response(new Uint8Array(png), {headers: {"content-type": "image/png"}});
};
