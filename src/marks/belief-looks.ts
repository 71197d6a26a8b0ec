import {small} from "../analysis/continued-run.ts";
import type {Belief} from "../analysis/beliefs.ts";
import type {Localised} from "../core/i18n/locale.ts";
import {colour} from "./theme.ts";

/** A belief's name at the end of its curve, and in a sentence. */
export const beliefNames: Readonly<Record<Belief, {readonly label: Localised; readonly said: Localised}>> = {
  line: {label: {en: "line"}, said: {en: "straight line"}},
  "power-law": {label: {en: "power law"}, said: {en: "power law"}},
  hoffmann: {label: {en: "Hoffmann"}, said: {en: "Hoffmann’s law"}},
  epoch: {label: {en: "Epoch"}, said: {en: "Epoch’s refit"}}
};

/** Dash of a belief's curve. */
export const beliefDash: Readonly<Record<Belief, string>> = {
  line: "2 4",
  "power-law": "10 4",
  hoffmann: "3 3",
  epoch: "10 3 2 3"
};

/** All beliefs are about one run, so that they have its hue and differ in dash and label. */
export const beliefHue = colour.size(small.sizeClass);
