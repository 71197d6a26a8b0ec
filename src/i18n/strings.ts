import type {Text} from "../lib/locale.ts";

/** Every string of the interface that belongs to no chart. */
export const strings = {
  siteTitle: {en: "Past Chinchilla"},
  siteQuestion: {en: "Which model should you train on a fixed budget?"},
  siteDescription: {
    en: "The training curves of LLaMA and Llama 2 by tokens, by compute and under stretched cosines: what “Chinchilla’s Death” showed, rebuilt and checked."
  },
  act: {en: "Act"},
  claim: {en: "The claim"},
  verdict: {en: "Verdict"},
  decides: {en: "What decides"},
  seeChart: {en: "See the chart"},
  verdictHolds: {en: "holds"},
  verdictSupported: {en: "supported, not proven"},
  verdictPartly: {en: "depends on the axis"},
  verdictPlausible: {en: "plausible, confounded"},
  verdictBelief: {en: "rests on a belief"},
  verdictFails: {en: "not what the data show"},
  verdictSlip: {en: "slip"},
  colophon: {
    en: "Text and figures may be used under CC BY 4.0, code under the MIT licence. The numbers are facts, read off the papers named; each figure says how well."
  },
  skip: {en: "Skip to the article"},
  theme: {en: "Theme"},
  themeAuto: {en: "System"},
  themeLight: {en: "Light"},
  themeDark: {en: "Dark"},
  showData: {en: "Show the data"},
  dataOf: {en: "Numbers behind the figure"},
  controls: {en: "Change the chart"},
  reset: {en: "Reset"},
  play: {en: "Play"},
  pause: {en: "Pause"},
  figure: {en: "Figure"},
  stepOf: {en: "Step"},
  readHint: {en: "Arrow keys read values; Enter pins, Escape leaves."},
  chart: {en: "interactive chart"},
  noValues: {en: "The values of this figure could not be loaded; the picture stays."},
  noDrawing: {en: "This view could not be drawn; the last picture stays."},
  ignored: {en: "Ignored in the address:"},
  oneOf: {en: "expected"},
  pinned: {en: "pinned"},
  steps: {en: "Figure and steps; arrow keys go from step to step"},
  embedSource: {en: "From “Past Chinchilla”"},
  tableScroll: {en: "Table of the numbers that are drawn"},
  notFound: {en: "There is no such page"},
  contents: {en: "Contents"}
} as const satisfies Record<string, Text>;
