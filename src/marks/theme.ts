import type {DrawingWidth} from "../core/define/chart.ts";

/** Colours of drawings, as the CSS variables of `styles/theme.css`; one drawing serves both themes. */
export const colour = {
  ink: "var(--ink)",
  soft: "var(--ink-soft)",
  grid: "var(--grid)",
  paper: "var(--paper)",
  faded: "var(--faded)",
  accent: "var(--accent)",
  /** The hue of a size class: 1 for 7B, 2 for 13B, 3 for 33B and 34B, 4 for 65B and 70B. */
  size: (sizeClass: number): string => `var(--size-${sizeClass})`,
  /** The hue of a step on an ordered ramp of six, light to dark on paper. */
  ramp: (step: number): string => `var(--ramp-${step})`
} as const;

/** The paper's colour around a text, so that it can be read on what it crosses. */
export const halo = {stroke: colour.paper, strokeWidth: 4} as const;

/** Dash of a family: LLaMA solid, Llama 2 dashed. */
export const dash = {llama1: "none", llama2: "7 3"} as const;

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly marginTop: number;
  readonly marginRight: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
}

/** Size and margins of the two drawings of a state, in CSS pixels at true size. */
export const frames: Readonly<Record<DrawingWidth, Frame>> = {
  narrow: {width: 340, height: 288, marginTop: 30, marginRight: 34, marginBottom: 46, marginLeft: 38},
  wide: {width: 720, height: 460, marginTop: 34, marginRight: 44, marginBottom: 50, marginLeft: 46}
};
