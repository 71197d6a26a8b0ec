import {existsSync, readFileSync} from "node:fs";
import katex from "katex";
import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {katexCss} from "../../../scripts/katex/katex-css.ts";
import {laws, schedules} from "../../../src/registry.ts";
import {renderTex, texStyles} from "../../../src/article/tex.ts";

const formulas = [...laws, ...schedules].flatMap(([name, {tex}]) =>
  [true, false].map((display) => ({name, tex, display}))
);

const others = [
  String.raw`x`,
  String.raw`\sqrt{\frac{a}{b}}`,
  String.raw`\overline{x} + \hat{y} \neq \text{loss}`,
  String.raw`\begin{pmatrix} a & b \\ c & d \end{pmatrix}`,
  String.raw`\mathbf{x} \mathcal{L} \mathbb{R} \colorbox{yellow}{z}`,
  String.raw`a < b \& c > d`
].map((tex) => ({name: tex, tex, display: true}));

function elementsOf(html: string): Element[] {
  return [...parseHTML(`<body>${html}</body>`).document.querySelectorAll("body *")];
}

function classesOf(element: Element): string[] {
  return (element.getAttribute("class") ?? "").split(" ").filter((name) => name !== "");
}

/** Declarations by property. */
function declarations(style: string): Record<string, string> {
  const pairs = style
    .split(";")
    .filter((part) => part.trim() !== "")
    .map((part) => part.split(":").map((side) => side.trim()) as [string, string]);
  return Object.fromEntries(pairs);
}

describe.each([...formulas, ...others])("renderTex($name, {display: $display})", ({tex, display}) => {
  const html = renderTex(tex, {display});

  it("has no inline style", () => {
    expect(html).not.toMatch(/\sstyle=/);
  });

  it("has MathML with the very TeX in it, and hides the rest from screen readers", () => {
    const {document} = parseHTML(`<body>${html}</body>`);
    expect(document.querySelectorAll("math")).toHaveLength(1);
    expect(document.querySelector("annotation")!.textContent).toBe(tex);
    expect(document.querySelector(".katex-html")!.getAttribute("aria-hidden")).toBe("true");
    expect(document.querySelectorAll(".katex-display")).toHaveLength(display ? 1 : 0);
  });

  it("is KaTeX’s own HTML, with a class of texStyles for each of its styles", () => {
    const own = elementsOf(html);
    const styles = texStyles(tex, {display});
    const original = elementsOf(katex.renderToString(tex, {displayMode: display}));
    expect(own.map(({localName, textContent}) => [localName, textContent])).toEqual(
      original.map(({localName, textContent}) => [localName, textContent])
    );
    let styled = 0;
    original.forEach((element, index) => {
      const classes = classesOf(own[index]!);
      const expected = classesOf(element);
      const style = element.getAttribute("style");
      if (style === null) {
        expect(classes).toEqual(expected);
        return;
      }
      ++styled;
      const [first, ...rest] = classes;
      expect(styles.get(first!)).toBe(style);
      expect(rest).toEqual(expected);
    });
    expect(styled).toBeGreaterThan(0);
  });
});

describe("renderTex", () => {
  it.each([
    ["an open brace", String.raw`\frac{1}{2`],
    ["an unknown command", String.raw`\nope`],
    ["a missing argument", String.raw`\frac{1}`],
    ["what KaTeX only warns of: text in a formula", "größe"],
    ["what KaTeX only warns of: a comment without end", "x % of all"]
  ])("renderTex throws on %s", (_, tex) => {
    expect(() => renderTex(tex, {display: true})).toThrow();
    expect(() => texStyles(tex, {display: true})).toThrow();
  });
});

interface CssRule {
  readonly selector: string;
  readonly body: string;
}

function rulesOf(css: string): CssRule[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, "");
  return Array.from(plain.matchAll(/([^{}]+)\{([^{}]*)\}/g), ([, selectors, body]) =>
    selectors!.split(",").map((selector) => ({
      selector: selector.trim().replace(/\s+/g, " "),
      body: body!.trim().replace(/\s+/g, " ")
    }))
  ).flat();
}

describe("katexCss", () => {
  const source = readFileSync("node_modules/katex/dist/katex.css", "utf8");
  const html = formulas.map(({tex, display}) => renderTex(tex, {display})).join("\n");
  const styles = new Map(formulas.flatMap(({tex, display}) => [...texStyles(tex, {display})]));
  const css = katexCss(source, html, styles);
  const rules = rulesOf(css);
  const faces = rules.filter(({selector}) => selector === "@font-face");

  it("reads formulas, and a stylesheet without nested rules", () => {
    expect(formulas.length).toBeGreaterThanOrEqual(16);
    expect(rulesOf(source).map(({selector}) => selector)).not.toContain("");
    expect(/@(?!font-face)/.test(source.replace(/\/\*[\s\S]*?\*\//g, ""))).toBe(false);
  });

  it("keeps every rule of a class that applies to a formula, in KaTeX’s order", () => {
    const {document} = parseHTML(`<body>${html}</body>`);
    const needed = rulesOf(source).filter(
      ({selector}) =>
        selector.includes(".") && document.querySelector(selector.replace(/::?(before|after)$/, "")) !== null
    );
    expect(needed.length).toBeGreaterThan(30);
    const kept = rules.filter(({selector, body}) =>
      needed.some((rule) => rule.selector === selector && rule.body === body)
    );
    expect(kept).toEqual(needed);
  });

  it("leaves out rules of classes that no formula has", () => {
    const classes = new Set(elementsOf(html).flatMap((element) => [...element.classList]));
    for (const {selector} of rules.filter((rule) => !faces.includes(rule))) {
      const named = Array.from(selector.matchAll(/\.([\w-]+)/g), ([, name]) => name!);
      expect(named.length).toBeGreaterThan(0);
      expect([...classes]).toEqual(expect.arrayContaining(named));
    }
    expect(css.length).toBeLessThan(source.length / 2);
  });

  it("has a rule for each inline style that no other rule outranks", () => {
    expect(styles.size).toBeGreaterThan(10);
    for (const [name, style] of styles) {
      const own = rules.filter(({selector}) => selector === `.katex .${name}`);
      expect(own).toHaveLength(1);
      const important = Object.entries(declarations(style)).map(([key, value]) => [
        key,
        `${value} !important`
      ]);
      expect(declarations(own[0]!.body)).toEqual(Object.fromEntries(important));
    }
  });

  it("has only faces as woff2, of files that KaTeX has", () => {
    expect(faces.length).toBeGreaterThan(0);
    expect(faces.length).toBeLessThan(
      rulesOf(source).filter(({selector}) => selector === "@font-face").length
    );
    for (const {body} of faces) {
      const addresses = Array.from(body.matchAll(/url\("([^"]*)"\) format\("([^"]*)"\)/g));
      expect(addresses).toHaveLength(1);
      const [, address, format] = addresses[0]!;
      expect(format).toBe("woff2");
      expect(address).toMatch(/\.woff2$/);
      expect(existsSync(`node_modules/${address!}`)).toBe(true);
    }
    expect(css).not.toMatch(/\.(ttf|woff)"/);
  });

  it("has the face of every rule that sets text in one", () => {
    const inFace = rules.filter(({selector, body}) => selector !== "@font-face" && body.includes("KaTeX_"));
    expect(inFace.length).toBeGreaterThan(2);
    const look = (body: string): readonly string[] => {
      const own = declarations(body);
      return [/KaTeX_\w+/.exec(body)![0], own["font-weight"] ?? "normal", own["font-style"] ?? "normal"];
    };
    expect(faces.map(({body}) => look(body))).toEqual(
      expect.arrayContaining(inFace.map(({body}) => look(body)))
    );
  });
});
