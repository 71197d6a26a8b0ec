import type {StateMessage} from "../../src/browser/embed/messages.ts";

export type {StateMessage} from "../../src/browser/embed/messages.ts";

/** What `<past-chinchilla>` is told. Any other attribute is an input of the chart, such as `axis="flops"`. */
export interface PastChinchillaAttributes {
  /** Name of a chart, such as `"loss"`, or of a scrolling figure, such as `"scrolly/act-1"`. */
  chart: string;
  /** Address of the site that shows it, with `https://`. */
  site: string;
  /** Name of a state of the chart, such as `"gpu-hours"`; its first one without it. */
  state?: string;
  /** Colours; `auto`, the default, follows the reader’s system. */
  theme?: "auto" | "light" | "dark";
}

declare global {
  interface HTMLElementTagNameMap {
    "past-chinchilla": HTMLElement;
  }

  interface HTMLElementEventMap {
    /** The reader changed the chart; it comes from the element, and rises. */
    "past-chinchilla:state": CustomEvent<StateMessage>;
  }
}
