/** One step of a scrolly as it stands in the text: the state it names and its prose, as HTML. */
export interface StepText {
  readonly state: string;
  readonly html: string;
}

/** The pair of marks between which a `<Step>` leaves its prose for the scrolly around it. */
export function stepMarker(state: string): readonly [open: string, close: string] {
  return [`<!--step ${JSON.stringify(state)}-->`, "<!--/step-->"];
}

/** The pair of marks around the steps of a scrolly whose page shows nothing but them. */
export function scrollyMarker(id: string): readonly [open: string, close: string] {
  return [`<!--scrolly ${id}-->`, "<!--/scrolly-->"];
}

/**
 * The steps of one of the scrollies in a section’s rendered content, in order.
 *
 * @throws where there is no such scrolly, or one without steps.
 */
export function readScrolly(html: string, id: string): StepText[] {
  const [open, close] = scrollyMarker(id);
  const start = html.indexOf(open);
  if (start === -1) throw new Error(`unknown scrolly: ${id} (expected <Scrolly id="${id}"> in the section)`);
  return readSteps(html.slice(start + open.length, html.indexOf(close, start)), `<Scrolly id="${id}">`);
}

/**
 * The steps in a scrolly's rendered content, in order.
 *
 * @throws where there are none, or where something stands between them.
 */
export function readSteps(html: string, where: string): StepText[] {
  const steps: StepText[] = [];
  const rest = html.replace(
    /<!--step (".*?")-->([\s\S]*?)<!--\/step-->/g,
    (_, state: string, text: string) => {
      steps.push({state: JSON.parse(state) as string, html: text});
      return "";
    }
  );
  if (steps.length === 0) throw new Error(`scrolly without steps: ${where} (expected <Step state="…">)`);
  if (rest.trim() !== "")
    throw new Error(`text outside the steps of ${where}: ${rest.trim().slice(0, 60)} (expected only <Step>)`);
  return steps;
}
