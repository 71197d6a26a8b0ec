import css from "../styles/theme.css?raw";

export type Theme = "light" | "dark";

const selectors: Readonly<Record<Theme, string>> = {
  light: ":root {",
  dark: ':root[data-theme="dark"] {'
};

/** The colours of a theme by their CSS variables, e.g. `"--ink"`, as `styles/theme.css` has them. */
export const themeColours: Readonly<Record<Theme, ReadonlyMap<string, string>>> = {
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

/**
 * CSS rules that turn a drawing baked in light colours into the dark one: a rule for each attribute and colour. They
 * go by the colours written, as what knows no variables knows no classes of ours either.
 *
 * @param svg with its variables
 */
export function darkRules(svg: string): string {
  const uses = new Set(
    Array.from(
      svg.matchAll(/ ([\w-]+)="var\((--[\w-]+)\)"/g),
      ([, attribute, name]) => `${attribute} ${name}`
    )
  );
  return [...uses]
    .map((use) => use.split(" "))
    .map(([attribute = "", name = ""]) => {
      const [light, dark] = [colourOf("light", name), colourOf("dark", name)];
      return `[${attribute}="${light}"]{${attribute}:${dark}}`;
    })
    .join("");
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
