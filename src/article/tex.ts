import katex from "katex";

export interface TexOptions {
  /** A formula on a line of its own, not one within a sentence. */
  readonly display: boolean;
}

// The name of a tag, what stands before its inline style, the style, and what stands behind it.
const styled = /<([a-z]+)((?: [\w-]+="[^"]*")*) style="([^"]*)"((?: [\w-]+="[^"]*")*)>/g;

/**
 * A formula as HTML, with MathML beside it for screen readers, and without any `style=`, which a strict content
 * policy refuses: each inline style of KaTeX is a class, whose rule stands in `styles/katex.css`.
 *
 * @throws where KaTeX can't read the formula, or warns about it.
 */
export function renderTex(tex: string, {display}: TexOptions): string {
  return katexHtml(tex, display).replace(
    styled,
    (_, name: string, before: string, style: string, after: string) => {
      const attributes = before + after;
      const own = styleClass(style);
      return attributes.includes(' class="')
        ? `<${name}${attributes.replace(' class="', ` class="${own} `)}>`
        : `<${name} class="${own}"${attributes}>`;
    }
  );
}

/** The inline styles that a formula needs: class name to declarations. @throws as `renderTex` does. */
export function texStyles(tex: string, {display}: TexOptions): ReadonlyMap<string, string> {
  return new Map(
    Array.from(
      katexHtml(tex, display).matchAll(styled),
      ([, , , style = ""]) => [styleClass(style), style] as const
    )
  );
}

function katexHtml(tex: string, display: boolean): string {
  return katex.renderToString(tex, {
    displayMode: display,
    output: "htmlAndMathml",
    throwOnError: true,
    strict: "error"
  });
}

/** A class name that follows from the declarations alone (FNV-1a), so that pages and stylesheet agree. */
function styleClass(declarations: string): string {
  let hash = 0x811c9dc5;
  for (const character of declarations) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return `tx-${hash.toString(36)}`;
}
