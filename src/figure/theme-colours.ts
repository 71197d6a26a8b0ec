import css from "../styles/theme.css?raw";

export type Theme = "light" | "dark";

const selectors: Readonly<Record<Theme, string>> = {
  light: ":root {",
  dark: ':root[data-theme="dark"] {'
};

/** The colours of a theme by their CSS variables, e.g. `"--ink"`, as `styles/theme.css` has them. */
const themeColours: Readonly<Record<Theme, ReadonlyMap<string, string>>> = {
  light: coloursIn("light"),
  dark: coloursIn("dark")
};

/**
 * A drawing with the colours of a theme in the place of its variables.
 *
 * @throws where the theme has no such colour.
 */
export function bakeColours(svg: string, theme: Theme): string {
  return svg.replace(/var\((--[\w-]+)\)/g, (_, name: string) => colourOf(theme, name));
}

/** The variables that a drawing uses, set to the colours of a theme: declarations of a CSS rule. */
export function coloursUsed(svg: string, theme: Theme): string {
  const names = new Set(Array.from(svg.matchAll(/var\((--[\w-]+)\)/g), ([, name = ""]) => name));
  return [...names].map((name) => `${name}:${colourOf(theme, name)}`).join(";");
}

function colourOf(theme: Theme, name: string): string {
  const value = themeColours[theme].get(name);
  if (value === undefined) throw new Error(`no such colour: ${name} (expected in src/styles/theme.css)`);
  return value;
}

function coloursIn(theme: Theme): ReadonlyMap<string, string> {
  const start = css.indexOf(selectors[theme]);
  const block = start < 0 ? "" : css.slice(start, css.indexOf("}", start));
  const colours = new Map(
    Array.from(block.matchAll(/(--[\w-]+): (#\w+);/g), ([, name = "", hex = ""]) => [name, hex])
  );
  if (colours.size === 0)
    throw new Error(`no colours: ${selectors[theme]} (expected a rule of src/styles/theme.css)`);
  return colours;
}
