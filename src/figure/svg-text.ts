const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const raised = /[⁰¹²³⁴-⁹⁻]+/;

/** Text in lines of at most so many characters, broken at spaces; a longer word, an address, is cut. */
export function linesOf(text: string, characters: number): string[] {
  const pieces = new RegExp(`.{1,${characters}}`, "gsu");
  const lines: string[] = [];
  for (const word of text.split(" ").flatMap((each) => each.match(pieces) ?? [])) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= characters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** One `<text>` a line, from the baseline of the first one downwards, in px. */
export function textBlock(
  lines: readonly string[],
  {
    x,
    y,
    size,
    leading,
    fill,
    weight = 400
  }: {
    readonly x: number;
    readonly y: number;
    readonly size: number;
    readonly leading: number;
    readonly fill: string;
    readonly weight?: 400 | 600;
  }
): string {
  const body = lines.map(
    (line, index) => `<text x="${x}" y="${y + index * leading}">${escapeXml(line)}</text>`
  );
  return `<g font-size="${size}" font-weight="${weight}" fill="${fill}">${body.join("")}</g>`;
}

/** Text as it stands in XML. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/**
 * The same SVG with superscript characters as raised digits: the text face has none but ¹, ² and ³, and
 * a number must not be set in two faces.
 */
export function raiseSuperscripts(svg: string): string {
  return svg.replace(
    /(<(?:text|tspan)[^>]*>)([^<]+)/g,
    (_, tag: string, text: string) => tag + raisedIn(text)
  );
}

function raisedIn(text: string): string {
  const found = raised.exec(text);
  if (!found) return text;
  const digits = found[0].replace(/./g, (character) =>
    character === "⁻" ? "−" : String(superscripts.indexOf(character))
  );
  const rest = text.slice(found.index + found[0].length);
  // Not baseline-shift, which Firefox doesn't know.
  const up = `<tspan dy="-0.5em" font-size="0.7em">${digits}</tspan>`;
  return text.slice(0, found.index) + up + (rest && `<tspan dy="0.35em">${raisedIn(rest)}</tspan>`);
}
