import {figureFaces, parseSvg, runsOf, type Run} from "./typesetting.ts";

/** What only text has; of a group it would say nothing, or another thing. */
const ofText = [
  "x",
  "y",
  "dx",
  "dy",
  "text-anchor",
  "font-size",
  "font-weight",
  "font-style",
  "font-variant"
];

const letters = {
  moveTo: "m",
  lineTo: "l",
  quadraticCurveTo: "q",
  bezierCurveTo: "c",
  closePath: "z"
} as const;

/**
 * A figure’s SVG with the letters of all text as paths, each outline once and used where it stands, for programs that
 * ignore the face. The words stay as `aria-label`.
 */
export async function outlined(svg: string): Promise<string> {
  const faces = await figureFaces();
  const document = parseSvg(svg);
  const root = document.documentElement;
  const outlines = new Map<string, string>();
  for (const text of root.querySelectorAll("text")) {
    const group = document.createElement("g");
    for (const {name, value} of text.attributes) if (!ofText.includes(name)) group.setAttribute(name, value);
    group.setAttribute("aria-label", text.textContent);
    for (const run of runsOf(text, faces)) {
      for (const [index, {at}] of run.glyphs.entries()) {
        const data = outlineOf(run, index);
        if (data === "") continue;
        const id = outlines.get(data) ?? `glyph-${outlines.size}`;
        outlines.set(data, id);
        const use = document.createElement("use");
        use.setAttribute("xlink:href", `#${id}`);
        use.setAttribute("x", hundredths(run.x + at));
        use.setAttribute("y", hundredths(run.y));
        group.append(use);
      }
    }
    text.replaceWith(group);
  }
  const paths = [...outlines].map(([data, id]) => `<path id="${id}" d="${data}"/>`).join("");
  return `${root.outerHTML
    .replace("<svg", '<svg xmlns:xlink="http://www.w3.org/1999/xlink"')
    .replace("</desc>", `</desc><defs>${paths}</defs>`)}\n`;
}

const known = new WeakMap<object, Map<number, string>>();

/** The outline of a glyph of a run, from the beginning of its baseline, as the data of a path; made once a build. */
export function outlineOf({glyphs, face: {font}, size}: Run, index: number): string {
  const glyph = glyphs[index]?.glyph;
  if (!glyph) return "";
  const sizes = known.get(glyph) ?? new Map<number, string>();
  known.set(glyph, sizes);
  const outline = sizes.get(size) ?? pathOf(glyph.path.commands, size / font.unitsPerEm);
  sizes.set(size, outline);
  return outline;
}

interface Command {
  readonly command: keyof typeof letters;
  readonly args: readonly number[];
}

/** Relative, in hundredths of a pixel, so that no rounding adds up along the path. */
function pathOf(commands: readonly Command[], scale: number): string {
  let data = "";
  let [atX, atY, startX, startY] = [0, 0, 0, 0];
  for (const {command, args} of commands) {
    const steps: number[] = [];
    let [endX, endY] = [startX, startY];
    for (let pair = 0; pair < args.length; pair += 2) {
      [endX, endY] = [
        Math.round(100 * scale * (args[pair] ?? 0)),
        Math.round(-100 * scale * (args[pair + 1] ?? 0))
      ];
      steps.push((endX - atX) / 100, (endY - atY) / 100);
    }
    data += letters[command] + steps.join(" ").replaceAll(" -", "-");
    if (command === "moveTo") [startX, startY] = [endX, endY];
    [atX, atY] = [endX, endY];
  }
  // The first move of a path is absolute either way; a capital also where several are put together.
  return data.replace(/^m/, "M");
}

function hundredths(value: number): string {
  return String(Math.round(100 * value) / 100);
}
