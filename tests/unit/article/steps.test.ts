import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readSteps, stepMarker} from "../../../src/article/steps.ts";

function marked(state: string, html: string): string {
  const [open, close] = stepMarker(state);
  return open + html + close;
}

describe("readSteps", () => {
  it("readSteps(marked steps) is those steps, in order", () => {
    const steps = fc.array(
      fc.record({
        state: fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/),
        html: fc.string({unit: "grapheme"}).map((text) => `<p>${text.replace(/[<>&]/g, "")}</p>`)
      }),
      {minLength: 1}
    );
    fc.assert(
      fc.property(steps, fc.constantFrom("", "\n", " \n  "), (expected, space) => {
        const html = expected.map((step) => marked(step.state, step.html)).join(space);
        expect(readSteps(space + html + space, "loss")).toEqual(expected);
      })
    );
  });

  it("readSteps keeps lines, markup and comments of a step", () => {
    const html = "\n<p>One</p>\n<!-- aside -->\n<p>$& two</p>\n";
    expect(readSteps(marked("tokens", html), "loss")).toEqual([{state: "tokens", html}]);
  });

  it.each(["", "  \n ", "<p>No step</p>"])("readSteps(%j) throws: no steps", (html) => {
    expect(() => readSteps(html, "loss")).toThrow('scrolly without steps: loss (expected <Step state="…">)');
  });

  it.each([
    ["before", `<p>aside</p>${marked("tokens", "a")}`],
    ["between", `${marked("tokens", "a")}<p>aside</p>${marked("flops", "b")}`],
    ["after", `${marked("tokens", "a")}\n<p>aside</p>`]
  ])("readSteps throws where something stands %s the steps", (_, html) => {
    expect(() => readSteps(html, "loss")).toThrow(
      "text outside the steps of loss: <p>aside</p> (expected only <Step>)"
    );
  });
});
