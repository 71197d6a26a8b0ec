import type {Localised} from "./locale.ts";

/** What a field to draw in says of itself; it travels with the field, which most pages never need. */
export const drawingByHand = {
  field: {en: "field to draw in"},
  hint: {
    en: "Draw with mouse or finger; or choose a place with the left and right arrow keys and move it with up and down."
  }
} as const satisfies Record<string, Localised>;
