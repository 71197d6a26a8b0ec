import {stateOf} from "../view/figure-hooks.ts";
import {dataOf, part} from "../view/parts.ts";
import type {HeightMessage, HelloMessage, StateMessage, ThemeMessage} from "./messages.ts";

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

  leaveFrame(main);

  // States that the address asks for come without a touch: the host knows them.
  let isTouched = false;
  for (const event of ["pointerdown", "keydown"]) {
    addEventListener(event, () => (isTouched = true), {capture: true, once: true});
  }
  figure.addEventListener("chart:address", () => {
    if (!isTouched) return;
    const {view = null} = figure.dataset;
    const address = location.href;
    send({type: "past-chinchilla:state", id, view, state: stateOf(figure), address} satisfies StateMessage);
  });
}

/**
 * Makes links work in a sandbox too, where a frame may not open a window, or not go elsewhere than itself: where there is
 * no new window, the frame goes there.
 */
function leaveFrame(main: HTMLElement): void {
  main.addEventListener("click", (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[target]") : null;
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    // With "noopener" nobody could say whether there is one.
    const opened = open(link.href);
    if (opened) opened.opener = null;
    else location.assign(link.href);
  });
}

const main = document.querySelector<HTMLElement>("main[data-embed]");
if (main && parent !== window) speak(parent, main);
