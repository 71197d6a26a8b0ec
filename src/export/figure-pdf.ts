import PDFDocument from "pdfkit";
import {outlineOf} from "./outlines.ts";
import {figureFaces, inherited, parseSvg, runsOf, type Faces} from "./typesetting.ts";

/** What a PDF says of itself. */
export interface Imprint {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** In ISO form; the same in every build. */
  readonly date: string;
  /** As the web writes it, e.g. `"en"`. */
  readonly language: string;
}

type Pdf = InstanceType<typeof PDFDocument>;

/** Points of a PDF for a pixel of an SVG. */
const points = 0.75;

/**
 * A figure as a PDF page of its own size: lines and areas as they are, text as text, in just the glyphs of its face.
 *
 * @param svg a figure’s file in the colours of one theme
 * @throws where it has what figures don’t have: another element, another transform
 */
export async function figurePdf(
  svg: string,
  {title, author, subject, date, language}: Imprint
): Promise<Uint8Array> {
  const faces = await figureFaces();
  const root = parseSvg(svg).documentElement;
  const size = ["width", "height"].map((name) => points * Number(root.getAttribute(name)));
  const day = new Date(date);
  const pdf = new PDFDocument({
    size: [size[0] ?? 0, size[1] ?? 0],
    margin: 0,
    pdfVersion: "1.7",
    lang: language,
    displayTitle: true,
    info: {Title: title, Author: author, Subject: subject, CreationDate: day, ModDate: day}
  });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const end = new Promise((resolve) => pdf.on("end", resolve));
  pdf.scale(points);
  for (const child of root.children) drawElement(pdf, child, faces);
  pdf.end();
  await end;
  return Buffer.concat(chunks);
}

function drawElement(pdf: Pdf, element: Element, faces: Faces): void {
  if (element.localName === "title" || element.localName === "desc") return;
  pdf.save();
  transform(pdf, element.getAttribute("transform") ?? "");
  if (element.localName === "g") for (const child of element.children) drawElement(pdf, child, faces);
  else if (element.localName === "text") drawText(pdf, element, faces);
  else paint(pdf, element, () => outline(pdf, element));
  pdf.restore();
}

/** Moves, turns and scales as an attribute says. @throws for what else a transform can do */
function transform(pdf: Pdf, list: string): void {
  for (const [, name, places = ""] of list.matchAll(/(\w+)\(([^()]*)\)/g)) {
    const [first = 0, second = name === "scale" ? first : 0] = places.split(/[ ,]+/).map(Number);
    if (name === "translate") pdf.translate(first, second);
    else if (name === "rotate") pdf.rotate(first);
    else if (name === "scale") pdf.scale(first, second);
    else throw new Error(`unknown transform: ${list} (expected translate, rotate or scale)`);
  }
}

/** Adds the shape of an element to the path at hand. */
function outline(pdf: Pdf, element: Element): void {
  const number = (name: string): number => Number(element.getAttribute(name));
  switch (element.localName) {
    case "path":
      pdf.path(element.getAttribute("d") ?? "");
      return;
    case "rect":
      pdf.rect(number("x"), number("y"), number("width"), number("height"));
      return;
    case "circle":
      pdf.circle(number("cx"), number("cy"), number("r"));
      return;
    case "line":
      pdf.moveTo(number("x1"), number("y1")).lineTo(number("x2"), number("y2"));
      return;
    default:
      throw new Error(
        `no part of a figure: <${element.localName}> (expected a path, a rect, a circle or a line)`
      );
  }
}

/** Fills and strokes a shape as the attributes around it say. */
function paint(pdf: Pdf, element: Element, shape: () => void): void {
  const fill = colourOf(element, "fill", "#000");
  const stroke = colourOf(element, "stroke", "none");
  if (fill !== "none") {
    pdf.fillColor(fill, share(element, "fill-opacity"));
    shape();
    pdf.fill();
  }
  if (stroke !== "none") {
    prepareStroke(pdf, element, stroke);
    shape();
    pdf.stroke();
  }
}

function prepareStroke(pdf: Pdf, element: Element, colour: string): void {
  pdf.strokeColor(colour, share(element, "stroke-opacity"));
  pdf.lineWidth(Number(inherited(element, "stroke-width") ?? 1));
  pdf.lineCap(oneOf(["butt", "round", "square"] as const, inherited(element, "stroke-linecap")));
  pdf.lineJoin(oneOf(["miter", "round", "bevel"] as const, inherited(element, "stroke-linejoin")));
  pdf.miterLimit(Number(inherited(element, "stroke-miterlimit") ?? 4));
  const dashes = inherited(element, "stroke-dasharray") ?? "none";
  if (dashes === "none") pdf.undash();
  // The types know of one length only.
  else pdf.dash(dashes.split(/[ ,]+/).map(Number) as unknown as number, {});
}

/** Text as text, over its halo, which is of outlines: a reader would find stroked text a second time. */
function drawText(pdf: Pdf, element: Element, faces: Faces): void {
  const runs = runsOf(element, faces);
  const stroke = colourOf(element, "stroke", "none");
  if (stroke !== "none") {
    prepareStroke(pdf, element, stroke);
    for (const run of runs)
      for (const [index, {at}] of run.glyphs.entries()) {
        const data = outlineOf(run, index);
        if (data !== "")
          pdf
            .save()
            .translate(run.x + at, run.y)
            .path(data)
            .stroke()
            .restore();
      }
  }
  pdf.fillColor(colourOf(element, "fill", "#000"), share(element, "fill-opacity"));
  for (const {text, face, size, x, y} of runs) {
    pdf.font(face.path).fontSize(size);
    pdf.text(text, x, y, {lineBreak: false, baseline: "alphabetic"});
  }
}

function colourOf(element: Element, name: "fill" | "stroke", initial: string): string {
  const colour = inherited(element, name) ?? initial;
  return colour === "currentColor" ? (inherited(element, "color") ?? "#000") : colour;
}

function share(element: Element, name: string): number {
  return Number(inherited(element, name) ?? 1);
}

function oneOf<Name extends string>(names: readonly [Name, ...Name[]], name: string | undefined): Name {
  return names.find((each) => each === name) ?? names[0];
}
