import {beliefs, floors, lineWindows, powerWindows} from "../../analysis/beliefs.ts";
import type {State} from "../../core/define/chart.ts";
import type {Localised} from "../../core/i18n/locale.ts";
import {scaleInput} from "../../marks/inputs.ts";

/** Inputs of the chart of a run continued. */
export const inputs = {
  beliefs: {
    type: "subset",
    options: beliefs,
    default: ["line"],
    label: {en: "Believe in"},
    names: {
      line: {en: "a straight line"},
      "power-law": {en: "a power law"},
      hoffmann: {en: "Hoffmann’s law"},
      epoch: {en: "Epoch’s refit"}
    }
  },
  linefit: {
    type: "choice",
    options: lineWindows,
    default: "500-1500",
    label: {en: "Line through, in billion tokens"},
    names: named(lineWindows, dashed)
  },
  powerfit: {
    type: "choice",
    options: powerWindows,
    default: "1000-end",
    label: {en: "Power law through, in billion tokens"},
    names: named(powerWindows, dashed)
  },
  floor: {
    type: "choice",
    options: floors,
    default: "1.4",
    label: {en: "Floor of the power law, E"},
    names: named(floors, (name) => ({en: name === "free" ? "fitted" : name}))
  },
  scale: scaleInput,
  view: {
    type: "choice",
    options: ["loss", "zero", "early"],
    default: "loss",
    label: {en: "Show"},
    names: {
      loss: {en: "up to the 70B’s budget"},
      zero: {en: "down to a loss of zero"},
      early: {en: "a test: predict the 7B’s end"}
    }
  }
} as const;

/** What is believed, what it is fitted to, and how much of it is drawn. */
export type ExtrapolationState = State<typeof inputs>;

function named<T extends string>(
  options: readonly T[],
  write: (option: T) => Localised
): Readonly<Record<T, Localised>> {
  return Object.fromEntries(options.map((option) => [option, write(option)])) as Record<T, Localised>;
}

function dashed(window: string): Localised {
  return {en: window.replace("-", "–")};
}
