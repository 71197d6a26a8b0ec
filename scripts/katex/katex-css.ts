interface CssRule {
  readonly selectors: readonly string[];
  readonly body: string;
}

/**
 * KaTeX's stylesheet cut down to what some formulas use: the rules whose classes occur in `html`, the faces that
 * those rules name, as woff2 alone, and a rule for each inline style.
 *
 * @param source `katex/dist/katex.css`
 * @param html every formula as `renderTex` returns it
 * @param inlineStyles class name to declarations, as `texStyles` returns it
 */
export function katexCss(source: string, html: string, inlineStyles: ReadonlyMap<string, string>): string {
  const classes = new Set(
    Array.from(html.matchAll(/class="([^"]*)"/g), ([, names]) => names!.split(/\s+/)).flat()
  );
  const all = parse(source);
  const faces = all.filter(({selectors}) => selectors[0] === "@font-face");
  const rules = all
    .filter((rule) => !faces.includes(rule))
    .map(({selectors, body}) => ({
      body,
      selectors: selectors.filter((selector) => isUsed(selector, classes))
    }))
    .filter(({selectors}) => selectors.length > 0);
  return [
    "/* Written by `npm run katex`: what the formulas of this site use of KaTeX's stylesheet (MIT licence, Khan",
    "   Academy and other contributors). */",
    ...faces.filter((face) => rules.some((rule) => names(rule, face))).map(faceRule),
    ...rules.map(({selectors, body}) => `${selectors.join(",\n")} {${body}}`),
    "/* KaTeX's inline styles as classes. An inline style outranks every selector; !important keeps that. */",
    ...[...inlineStyles]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([name, style]) => `.katex .${name} {${style.replace(/;?$/, ";").replaceAll(";", " !important;")}}`
      )
  ].join("\n");
}

function parse(source: string): CssRule[] {
  const plain = source.replace(/\/\*[\s\S]*?\*\//g, "");
  return Array.from(plain.matchAll(/([^{}]+)\{([^{}]*)\}/g), ([, selectors, body]) => ({
    selectors: selectors!.split(",").map((selector) => selector.trim()),
    body: body!
  }));
}

/** Only rules of classes: those of bare elements concern pages that KaTeX numbers equations on. */
function isUsed(selector: string, classes: ReadonlySet<string>): boolean {
  const named = Array.from(selector.matchAll(/\.([\w-]+)/g), ([, name]) => name!);
  return named.length > 0 && named.every((name) => classes.has(name));
}

/** Whether a rule sets text in this very face. */
function names(rule: CssRule, face: CssRule): boolean {
  const family = declaration(face, "font-family").replaceAll('"', "");
  return (
    new RegExp(String.raw`\b${family}\b`).test(rule.body) &&
    ["font-weight", "font-style"].every(
      (property) => (declaration(rule, property) || "normal") === (declaration(face, property) || "normal")
    )
  );
}

function faceRule(face: CssRule): string {
  const file = /KaTeX_[\w-]+\.woff2/.exec(face.body)![0];
  return (
    `@font-face {font-family: ${declaration(face, "font-family")}; ` +
    `src: url("katex/dist/fonts/${file}") format("woff2"); font-weight: ${declaration(face, "font-weight")}; ` +
    `font-style: ${declaration(face, "font-style")}; font-display: block;}`
  );
}

function declaration({body}: CssRule, property: string): string {
  return new RegExp(String.raw`(?:^|[;\s])${property}:\s*([^;]+);`).exec(body)?.[1] ?? "";
}
