import {absolute} from "../core/address.ts";
import type {Locale} from "../core/i18n/locale.ts";

/**
 * Heights in px between which every embed of its kind stands, from 280 px of width up, as long as its controls and its
 * table are folded. A frame without the script is as high as the highest needs; the tests see to it that none needs more.
 */
export const frameHeights = {chart: {least: 745, most: 748}, scrolly: {least: 925, most: 940}};

/** The address of an embed anywhere, e.g. of `"loss"`, `"loss/gpu-hours"` or `"scrolly/act-1"`. */
export function embedAddress(embed: string, locale: Locale): string {
  return absolute(`embed/${embed}/`, locale);
}

/**
 * The code of a frame that looks right with no script around it, even where styles are refused. It isn’t lazy: browsers
 * print a page without the lazy frames that were never near the window.
 *
 * @param address where the embed is, with scheme and host
 */
export function frameCode(address: string, title: string, kind: keyof typeof frameHeights = "chart"): string {
  const {least, most} = frameHeights[kind];
  const style = `width:100%;height:auto;aspect-ratio:1;min-height:${least}px;max-height:${most}px;border:0`;
  return `<iframe src="${address}" title="${escape(title)}" width="100%" height="${most}" frameborder="0" style="${style}"></iframe>`;
}

/**
 * The code of the script that gives the frames of a page their own heights. It works wherever the site is hosted: a hash
 * would ask for a header that many static hosts don’t send, and would be wrong after the next edition.
 */
export function scriptCode(): string {
  return `<script async src="${absolute("embed.js")}"></script>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
