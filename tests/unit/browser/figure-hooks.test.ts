import {parseHTML} from "linkedom";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {
  commitState,
  figureOf,
  hasVoice,
  inputsOf,
  lastSaid,
  notice,
  say,
  stateOf,
  tell
} from "../../../src/browser/view/figure-hooks.ts";
import {dataOf, part} from "../../../src/browser/view/parts.ts";

const {document, HTMLElement, HTMLInputElement, CustomEvent} = parseHTML(
  "<!doctype html><html><body></body></html>"
);

beforeEach(() => {
  vi.stubGlobal("HTMLElement", HTMLElement);
  vi.stubGlobal("CustomEvent", CustomEvent);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const inputs = {axis: {type: "choice", options: ["tokens", "flops"], default: "tokens"}};

function figureWith(content: string, state?: string): HTMLElement {
  const figure = document.createElement("figure");
  figure.dataset.chart = "loss";
  if (state !== undefined) figure.dataset.state = state;
  figure.innerHTML = content;
  return figure;
}

function withControls(state?: string): HTMLElement {
  const figure = figureWith("<chart-controls></chart-controls>", state);
  part(figure, "chart-controls").dataset.inputs = JSON.stringify(inputs);
  return figure;
}

describe("stateOf", () => {
  it("stateOf(figure) is what data-state says", () => {
    expect(stateOf(withControls('{"axis":"flops"}'))).toEqual({axis: "flops"});
  });

  it.each([undefined, "", "{", "null", '{"axis":"hours"}', '{"axis":1}', "[]"])(
    "stateOf(figure) is the default where data-state is %j, which stays",
    (state) => {
      const figure = withControls(state);
      expect(stateOf(figure)).toEqual({axis: "tokens"});
      expect(figure.dataset.state).toBe(state);
    }
  );

  it("stateOf(figure without controls) is what data-state holds", () => {
    expect(stateOf(figureWith("", '{"axis":"flops"}'))).toEqual({axis: "flops"});
    for (const text of ["{", "null", "7"]) expect(stateOf(figureWith("", text))).toEqual({});
  });
});

describe("inputsOf", () => {
  it("inputsOf(figure without controls) throws with what was expected", () => {
    expect(() => inputsOf(figureWith(""))).toThrow("no part: chart-controls (expected HTMLElement)");
  });
});

describe("commitState", () => {
  it("commitState writes data-state and data-view, and takes away the name of a state that has none", () => {
    const figure = figureWith("");
    commitState(figure, '{"axis":"flops"}', "flops");
    expect([figure.dataset.state, figure.dataset.view]).toEqual(['{"axis":"flops"}', "flops"]);
    commitState(figure, "{}", undefined);
    expect(figure.dataset.view).toBeUndefined();
  });
});

describe("say", () => {
  it("say puts words into the live region", () => {
    const figure = figureWith('<p role="status"></p>');
    expect(hasVoice(figure)).toBe(true);
    say(figure, "1.80 nat");
    expect(lastSaid(figure)).toBe("1.80 nat");
  });

  it("say throws where there is no live region", () => {
    expect(hasVoice(figureWith(""))).toBe(false);
    expect(() => say(figureWith(""), "")).toThrow("no part: [role=status]");
  });
});

describe("notice", () => {
  it("notice shows a text, and hides an empty one", () => {
    const figure = figureWith('<p class="chart-notice" hidden></p>');
    const element = part(figure, ".chart-notice");
    notice(figure, "gone");
    expect([element.textContent, element.hidden]).toEqual(["gone", false]);
    notice(figure, "");
    expect([element.textContent, element.hidden]).toEqual(["", true]);
  });
});

describe("tell", () => {
  it("tell sends the event with what it tells", () => {
    const figure = figureWith("");
    const heard: unknown[] = [];
    figure.addEventListener("chart:drawn", ({detail}) => heard.push(detail));
    figure.addEventListener("chart:view", () => heard.push("view"));
    tell(figure, "chart:drawn", {name: "rest", values: [1.8]});
    tell(figure, "chart:view", undefined);
    expect(heard).toEqual([{name: "rest", values: [1.8]}, "view"]);
  });
});

describe("figureOf", () => {
  it("figureOf(element) is the figure around it", () => {
    const figure = figureWith("<p></p>");
    expect(figureOf(part(figure, "p"))).toBe(figure);
  });

  it("figureOf(element outside) throws with its name", () => {
    expect(() => figureOf(document.createElement("chart-reading"))).toThrow(
      "no chart around <chart-reading> (expected figure[data-chart])"
    );
  });
});

describe("part and dataOf", () => {
  it("part throws for an element of another kind", () => {
    expect(() => part(figureWith("<p></p>"), "p", HTMLInputElement)).toThrow(
      "no part: p (expected HTMLInputElement)"
    );
  });

  it("dataOf throws where the attribute is missing, and not where it is empty", () => {
    expect(dataOf(figureWith("", ""), "state")).toBe("");
    expect(() => dataOf(figureWith(""), "state")).toThrow("no data: state (expected it on <figure>)");
  });
});
