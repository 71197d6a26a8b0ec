/**
 * A drawing as a file of its own. What it would take from a page stands first on its root, and the variables that its
 * colours stand for after that, so that `drawingIn` has the drawing back.
 *
 * @param drawing with its variables
 * @param attributes of the root, e.g. `xmlns="…" font-size="14"`
 * @param colours by their variables, e.g. `"--ink"`: `"#1d1c1a"`; no two are the same
 */
export function fileOfDrawing(
  drawing: string,
  attributes: string,
  colours: ReadonlyMap<string, string>
): string {
  const used = [...colours].filter(([name]) => drawing.includes(`var(${name})`));
  const list = used.map(([name, colour]) => `${name}:${colour}`).join(" ");
  return used.reduce(
    (drawn, [name, colour]) => drawn.replaceAll(`var(${name})`, colour),
    drawing.replace("<svg", `<svg ${attributes} data-colours="${list}"`)
  );
}

/** The drawing that a file was made of, in a page’s own colours and type. */
export function drawingIn(file: string): string {
  const [start = "", list = ""] = /^<svg [^>]*? data-colours="([^"]*)"/.exec(file) ?? [];
  return list
    .split(" ")
    .map((pair) => pair.split(":"))
    .reduce(
      (drawn, [name = "", colour = ""]) => drawn.replaceAll(`="${colour}"`, `="var(${name})"`),
      start === "" ? file : file.replace(start, "<svg")
    );
}
