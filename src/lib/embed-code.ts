import type {EmbedScript} from "./embed-script.ts";
import {absolute} from "./paths.ts";

/** Heights in px between which a frame is high without the script. */
export interface FrameHeights {
  readonly least: number;
  readonly most: number;
}

/**
 * Heights between which every embed of its kind stands, from 280 px of width up, as long as its controls and its table
 * are folded. A frame without the script is as high as the highest needs; the tests see to it that none needs more.
 */
export function frameHeights(embed: string): FrameHeights {
  return embed.startsWith("scrolly/") ? {least: 945, most: 960} : {least: 760, most: 780};
}

/** The address of an embed anywhere, e.g. of `"loss"`, `"loss/gpu-hours"` or `"scrolly/act-1"`. */
export function embedAddress(embed: string): string {
  return absolute(`embed/${embed}/`);
}

/** The code of a frame that looks right with no script around it, even where styles are refused. */
export function frameCode(embed: string, title: string): string {
  const {least, most} = frameHeights(embed);
  const style = `width:100%;height:auto;aspect-ratio:1;min-height:${least}px;max-height:${most}px;border:0`;
  return `<iframe src="${embedAddress(embed)}" title="${escape(title)}" loading="lazy" width="100%" height="${most}" frameborder="0" style="${style}"></iframe>`;
}

/** The code of the script that gives the frames of a page their own heights. */
export function scriptCode({integrity}: EmbedScript): string {
  return `<script async src="${absolute("embed.js")}" integrity="${integrity}" crossorigin="anonymous"></script>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
