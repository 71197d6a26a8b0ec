import {laws, schedules} from "../registry.ts";

/** A formula of the site. */
export interface Formula {
  readonly tex: string;
  /** On a line of its own, not within a sentence. */
  readonly display: boolean;
}

const sections = import.meta.glob<string>("../content/*/*.mdx", {
  eager: true,
  query: "?raw",
  import: "default"
});

/** Every formula that the site shows: of laws and schedules, and of the sections' prose. */
export function allFormulas(): Formula[] {
  const published = [...laws.values(), ...schedules.values()].map(({tex}) => ({tex, display: true}));
  return [...published, ...Object.values(sections).flatMap(formulasIn)];
}

function formulasIn(mdx: string): Formula[] {
  const displayed = Array.from(mdx.matchAll(/\$\$([^$]+)\$\$/g), ([, tex]) => ({
    tex: tex!.trim(),
    display: true
  }));
  const inline = Array.from(mdx.replace(/\$\$[^$]+\$\$/g, "").matchAll(/\$([^$\n]+)\$/g), ([, tex]) => ({
    tex: tex!,
    display: false
  }));
  return [...displayed, ...inline];
}
