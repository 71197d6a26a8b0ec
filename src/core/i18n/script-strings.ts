import type {Localised} from "./locale.ts";

/** Every string that a script of the page may say; they stand apart so that the others don't travel with it. */
export const scriptStrings = {
  play: {en: "Play"},
  pause: {en: "Pause"},
  chart: {en: "interactive chart"},
  noValues: {en: "The values of this figure could not be loaded; the picture stays."},
  noDrawing: {en: "This view could not be drawn; the last picture stays."},
  ignored: {en: "Ignored in the address:"},
  oneOf: {en: "expected"},
  pinned: {en: "pinned"}
} as const satisfies Record<string, Localised>;
