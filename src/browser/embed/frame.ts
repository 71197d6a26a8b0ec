import {stateOf} from "../view/figure-hooks.ts";
import {dataOf, part} from "../view/parts.ts";
import type {HeightMessage, HelloMessage, StateMessage, ThemeMessage} from "./messages.ts";

/** How long the reader must rest, in ms, before the host hears of a state: a range that is dragged passes many. */
const rest = 150;

/** Tells the page around an embed its height and its reader's choices, and takes its theme from there. */
function speak(host: Window, main: HTMLElement): void {
  const id = dataOf(main, "embed");
  const figure = part(main, "figure[data-chart]");
  const root = document.documentElement;
  let height = 0;

  // What is said is on screen for anyone who frames the page: it may go to any origin.
  const send = (message: unknown): void => host.postMessage(message, "*");

  const sendHeight = (): void => {
    send({type: "past-chinchilla:height", id, height} satisfies HeightMessage);
    // The same in the words of Datawrapper, AMP and Medium.
    send({"datawrapper-height": {[id]: height}});
    send({sentinel: "amp", type: "embed-size", height});
    send(JSON.stringify({src: location.href, context: "iframe.resize", height}));
  };

  const measure = (): void => {
    const now = Math.ceil(main.getBoundingClientRect().height);
    if (now === height) return;
    height = now;
    sendHeight();
  };
  new ResizeObserver(measure).observe(main);
  // Observers rest in a frame that is out of sight; it shall have its height before it is seen.
  measure();
  void document.fonts.ready.then(measure);

  addEventListener("message", ({source, data}: MessageEvent<HelloMessage | ThemeMessage | null>) => {
    if (source !== host) return;
    if (data?.type === "past-chinchilla:hello" && height > 0) sendHeight();
    if (data?.type !== "past-chinchilla:theme") return;
    if (data.theme === "auto") delete root.dataset.theme;
    else if (["light", "dark"].includes(data.theme)) root.dataset.theme = data.theme;
  });

  const fold = main.querySelector(".controls-fold");
  fold?.addEventListener("click", () => {
    fold.ariaExpanded = String(fold.ariaExpanded === "false");
  });

  // States that the address asks for come without a touch: the host knows them.
  let isTouched = false;
  for (const event of ["pointerdown", "keydown"]) {
    addEventListener(event, () => (isTouched = true), {capture: true, once: true});
  }
  let timer = 0;
  figure.addEventListener("chart:view", () => {
    if (!isTouched) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const {view = null} = figure.dataset;
      send({type: "past-chinchilla:state", id, view, state: stateOf(figure)} satisfies StateMessage);
    }, rest);
  });
}

const main = document.querySelector<HTMLElement>("main[data-embed]");
if (main && parent !== window) speak(parent, main);
