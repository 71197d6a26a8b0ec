// The script for pages that embed a chart, served as /embed.js. It keeps the height of the frames and defines
// <past-chinchilla>. It runs in other people's pages: no dependency, no global name, nothing but the frames touched.
import type {HeightMessage, HelloMessage, StateMessage, ThemeMessage} from "./messages.ts";

const name = "past-chinchilla";
/** Attributes of the element that are no input of a chart; nor are those with a dash. */
const own = /^(chart|state|title|theme|class|id|style|lang|dir|slot|hidden|role|tabindex|part|is)$|-/;

function start(site: URL): void {
  /** The frames of the page that show an embed of this site. */
  const frames = (): HTMLIFrameElement[] =>
    [...document.querySelectorAll("iframe")].filter(({src}) =>
      ["embed/", "v/"].some((folder) => src.startsWith(site.href + folder))
    );

  /** A chart by its name: `<past-chinchilla chart="loss" axis="gpu-hours" theme="dark">`. */
  class PastChinchilla extends HTMLElement {
    #frame: HTMLIFrameElement | undefined;
    #address = "";

    connectedCallback(): void {
      if (this.#frame) return;
      const frame = (this.#frame = document.createElement("iframe"));
      const {style} = frame;
      this.style.display = "block";
      frame.loading = "lazy";
      style.border = "0";
      style.width = "100%";
      // Until the frame says its height.
      style.aspectRatio = "1";
      style.minHeight = "40rem";
      this.#show();
      this.replaceChildren(frame);
      new MutationObserver(() => {
        this.#show();
      }).observe(this, {attributes: true});
    }

    /** Says the theme again: a frame that wasn't there when it changed has the one of its address. */
    dress(): void {
      send(this.#frame!, {type: `${name}:theme`, theme: this.#theme});
    }

    get #theme(): ThemeMessage["theme"] {
      return (this.getAttribute("theme") ?? "auto") as ThemeMessage["theme"];
    }

    #show(): void {
      const frame = this.#frame!;
      const [chart, state] = [this.getAttribute("chart") ?? "", this.getAttribute("state")];
      const url = new URL(`embed/${chart}/${state ? `${state}/` : ""}`, site);
      for (const {name, value} of this.attributes) if (!own.test(name)) url.searchParams.set(name, value);
      frame.title = this.title || `Past Chinchilla: ${chart}`;
      const isFirst = !this.#address;
      if (url.href === this.#address) {
        this.dress();
        return;
      }
      this.#address = url.href;
      url.searchParams.set("theme", this.#theme);
      // A new `src` would add to the history of the page.
      if (isFirst) frame.src = url.href;
      else frame.contentWindow?.location.replace(url.href);
    }
  }

  addEventListener(
    "message",
    ({source, origin, data}: MessageEvent<HeightMessage | StateMessage | {type?: undefined} | null>) => {
      if (!data || origin !== site.origin) return;
      const frame = frames().find(({contentWindow}) => contentWindow === source);
      if (!frame) return;
      if (data.type === `${name}:state`) {
        frame.dispatchEvent(new CustomEvent(data.type, {bubbles: true, detail: data}));
      } else if (data.type === `${name}:height` && data.height > 0 && data.height < 2e4) {
        const {style, parentElement} = frame;
        style.border = style.minHeight = "0";
        style.maxHeight = "none";
        style.height = `${data.height}px`;
        if (parentElement instanceof PastChinchilla) parentElement.dress();
      }
    }
  );

  customElements.define(name, PastChinchilla);
  for (const frame of frames()) send(frame, {type: `${name}:hello`});
}

function send(frame: HTMLIFrameElement, message: HelloMessage | ThemeMessage): void {
  // Nothing secret; a frame that hasn't loaded yet is of no origin and hears nothing.
  frame.contentWindow?.postMessage(message, "*");
}

// The code of every chart brings the script; one is enough for a page.
if (!customElements.get(name)) start(new URL(".", (document.currentScript as HTMLScriptElement).src));
