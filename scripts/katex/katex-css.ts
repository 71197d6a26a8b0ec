import {parse, type AtRule, type Container, type Rule} from "postcss";

/**
 * KaTeX's stylesheet cut down to what some formulas use: the rules whose classes occur in `html`, the faces that
 * those rules name, as woff2 alone, and a rule for each inline style.
 *
 * @param source `katex/dist/katex.css`
 * @param html every formula as `renderTex` returns it
 * @param inlineStyles class name to declarations, as `texStyles` returns it
 * @throws where a face has no woff2
 */
export function katexCss(source: string, html: string, inlineStyles: ReadonlyMap<string, string>): string {
  const classes = new Set(
    Array.from(html.matchAll(/class="([^"]*)"/g), ([, names = ""]) => names.split(/\s+/)).flat()
  );
  const faces: AtRule[] = [];
  const rules: Rule[] = [];
  const sheet = parse(source);
  sheet.walkComments((comment) => {
    comment.remove();
  });
  sheet.walkAtRules("font-face", (face) => {
    faces.push(face);
  });
  sheet.walkRules((rule) => {
    rule.selectors = rule.selectors.filter((selector) => isUsed(selector, classes));
    if (rule.selectors.some(Boolean)) rules.push(rule);
  });
  return [
    "/* Written by `npm run katex`: what the formulas of this site use of KaTeX's stylesheet (MIT licence, Khan",
    "   Academy and other contributors). */",
    ...faces.filter((face) => rules.some((rule) => names(rule, face))).map(faceRule),
    ...rules.map(String),
    "/* KaTeX's inline styles as classes. An inline style outranks every selector; !important keeps that. */",
    ...[...inlineStyles]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, style]) => `.katex .${name} {${importantly(style)}}`)
  ].join("\n");
}

/** Only rules of classes: those of bare elements concern pages that KaTeX numbers equations on. */
function isUsed(selector: string, classes: ReadonlySet<string>): boolean {
  const named = Array.from(selector.matchAll(/\.([\w-]+)/g), ([, name = ""]) => name);
  return named.length > 0 && named.every((name) => classes.has(name));
}

/** Whether a rule sets text in this very face. */
function names(rule: Rule, face: AtRule): boolean {
  const [family = ""] = wordsOf(declared(face, "font-family"));
  const inRule = [declared(rule, "font-family"), declared(rule, "font")].flatMap(wordsOf);
  return (
    inRule.includes(family) &&
    ["font-weight", "font-style"].every(
      (property) => (declared(rule, property) || "normal") === (declared(face, property) || "normal")
    )
  );
}

function faceRule(face: AtRule): string {
  const source = declared(face, "src");
  const [file] = /KaTeX_[\w-]+\.woff2/.exec(source) ?? [];
  if (file === undefined) throw new Error(`face without a woff2: ${source} (expected one of KaTeX_….woff2)`);
  return (
    `@font-face {font-family: ${declared(face, "font-family")}; ` +
    `src: url("katex/dist/fonts/${file}") format("woff2"); font-weight: ${declared(face, "font-weight")}; ` +
    `font-style: ${declared(face, "font-style")}; font-display: block;}`
  );
}

/** Value of a property, `""` where it isn't declared. */
function declared(rule: Container, property: string): string {
  let value = "";
  rule.walkDecls(property, (declaration) => {
    value = declaration.value;
  });
  return value;
}

/** Names in a list of fonts, without quotes. */
function wordsOf(value: string): string[] {
  return value.split(/[\s,]+/).map((word) => word.replaceAll('"', ""));
}

/** Declarations of which each outranks those of rules. */
function importantly(style: string): string {
  const rule = parse(style);
  rule.walkDecls((declaration) => {
    declaration.important = true;
  });
  return `${rule.toString().replace(/;?$/, "")};`;
}
