// <past-chinchilla> and the heights of frames, for pages of other people: no dependency, no global name, nothing but
// the frames touched. A server may import it: nothing here needs a document until it is called.
import type {HeightMessage, HelloMessage, StateMessage, ThemeMessage} from "./messages.ts";

/** Name of the element, and of its messages. */
const name = "past-chinchilla";
/** Attributes that are no inputs of a chart, besides those that are properties of any element. */
const own = /^(chart|state|site|theme|loading|class|is|item.+)$|[^a-z]/;

/** What a frame of ours says; anybody else may send anything. */
type Message = HeightMessage | StateMessage;

/**
 * Defines the element in this page, or lets the copy that is defined already serve a site too.
 *
 * @param site where the charts of elements without a `site` of their own are, and of copied frames; it ends in a slash
 */
export function serve(site?: URL): void {
  // None on a server.
  const registry = globalThis.customElements as CustomElementRegistry | undefined;
  const known = registry?.get(name) as {serve?: (site?: URL) => void} | undefined;
  if (known) known.serve?.(site);
  else if (registry) registry.define(name, elementOf(site));
}

function elementOf(given: URL | undefined): CustomElementConstructor {
  let fallback: URL | undefined;
  /** Of the sites served: an embed of theirs may say its height. */
  const sites: string[] = [];
  const elements = new Set<PastChinchilla>();
  const globals = globalNames();

  const greet = (): void => {
    for (const frame of framesIn(document)) {
      // What was there before the script has said its height to nobody.
      send(frame, {type: `${name}:hello`});
      // A frame that is lazy, as WordPress makes it, and far below is blank on paper.
      if (document.readyState === "complete" && frame.loading === "lazy" && isFrom(frame, sites))
        frame.loading = "eager";
    }
  };

  /**
   * A chart by its name: `<past-chinchilla chart="loss" axis="gpu-hours" theme="dark">`. All else is private: React and
   * others write into a property that has an attribute’s name.
   */
  class PastChinchilla extends HTMLElement {
    readonly #frame = document.createElement("iframe");
    readonly #slot = document.createElement("slot");
    readonly #root = this.attachShadow({mode: "open"});
    #address = "";
    /** Where the reader of the frame has gone from there. */
    #place = "";

    static readonly serve = (site?: URL): void => {
      if (!site) return;
      fallback ??= site;
      sites.push(site.href);
      for (const element of elements) element.#show();
      greet();
      addEventListener("load", greet);
    };

    constructor() {
      super();
      // High until the frame says its height.
      this.#frame.style.cssText = "display:block;border:0;width:100%;aspect-ratio:1;min-height:40rem";
      // The children, which a framework may own, are left alone, and shown until there is a frame.
      this.#root.append(this.#slot);
      new MutationObserver(() => {
        this.#show();
      }).observe(this, {attributes: true});
    }

    connectedCallback(): void {
      elements.add(this);
      // A sheet is of one document; the page’s policy has no say in it, and the page’s own styles go before it.
      const sheet = new this.ownerDocument.defaultView!.CSSStyleSheet();
      sheet.replaceSync(":host(:not([hidden])){display:block}");
      this.#root.adoptedStyleSheets = [sheet];
      this.#show();
    }

    // A frame that is put elsewhere would load its first address again.
    disconnectedCallback(): void {
      elements.delete(this);
      this.#frame.remove();
    }

    connectedMoveCallback(): void {
      // A move that keeps the frame as it is; without this it would be a removal and a return.
    }

    get #site(): URL | undefined {
      return siteOf(this.getAttribute("site")) ?? fallback;
    }

    get #theme(): ThemeMessage["theme"] {
      return (this.getAttribute("theme") ?? "auto") as ThemeMessage["theme"];
    }

    /** Says the theme again: a frame that wasn’t there when it changed has the one of its address. */
    #dress(): void {
      send(this.#frame, {type: `${name}:theme`, theme: this.#theme});
    }

    /** Shows what the attributes ask for; without a chart or a site, its children. */
    #show(): void {
      const frame = this.#frame;
      const chart = this.getAttribute("chart");
      if (!this.isConnected || !chart) return;
      const site = this.#site;
      if (!site) {
        // The author of the page has nowhere else to look.
        // eslint-disable-next-line no-console
        console.error(`<${name}>: expected site="…"`);
        return;
      }
      const state = this.getAttribute("state");
      const url = new URL(`embed/${chart}/${state ? `${state}/` : ""}`, site);
      for (const {name, value} of this.attributes)
        if (!own.test(name) && !globals.has(name)) url.searchParams.set(name, value);
      frame.title = this.title || `Past Chinchilla: ${chart}`;
      const isSame = url.href === this.#address;
      if (isSame && frame.isConnected) {
        this.#dress();
        return;
      }
      this.#address = url.href;
      if (!isSame) this.#place = "";
      const next = new URL(this.#place || url);
      next.searchParams.set("theme", this.#theme);
      if (frame.isConnected) {
        // A new `src` would add to the history of the page.
        frame.contentWindow!.location.replace(next);
        return;
      }
      frame.src = next.href;
      this.#root.append(frame);
      this.#slot.hidden = true;
    }

    #hear(data: Message, origin: string): void {
      const site = this.#site?.href;
      if (!site || !isOf(this.#frame, origin, [site])) return;
      if ("address" in data && data.address.startsWith(site)) this.#place = data.address;
      hear(this.#frame, data, this);
      this.#dress();
    }

    static {
      addEventListener("message", ({source, origin, data}: MessageEvent<unknown>) => {
        if (!source || !isOurs(data)) return;
        // A frame is known by its window, wherever the page has put it.
        const isSpeaker = ({contentWindow}: HTMLIFrameElement): boolean => contentWindow === source;
        const element = [...elements].find((candidate) => isSpeaker(candidate.#frame));
        if (element) element.#hear(data, origin);
        else {
          const frame = framesIn(document).find(isSpeaker);
          if (frame && isOf(frame, origin, sites)) hear(frame, data, frame);
        }
      });
    }
  }

  PastChinchilla.serve(given);
  return PastChinchilla;
}

/** Gives a frame the height that it tells, or tells the page what its reader did, as of the element that shows it. */
function hear({style}: HTMLIFrameElement, data: Message, teller: HTMLElement): void {
  if (data.type === `${name}:state`) {
    teller.dispatchEvent(new CustomEvent(data.type, {bubbles: true, composed: true, detail: data}));
  } else if (data.height > 0 && data.height < 2e4) {
    style.cssText += `;border:0;min-height:0;max-height:none;height:${data.height}px`;
  }
}

function isOurs(data: unknown): data is Message {
  const {type} = Object(data) as {readonly type?: unknown};
  return typeof type === "string" && type.startsWith(`${name}:`);
}

/** Whether a frame that speaks is one of these sites. In a sandbox an origin is null: then its address says it. */
function isOf(frame: HTMLIFrameElement, origin: string, sites: readonly string[]): boolean {
  if (origin === "null") return isFrom(frame, sites);
  return sites.some((site) => site.startsWith(`${origin}/`));
}

function isFrom(frame: HTMLIFrameElement | HTMLObjectElement, sites: readonly string[]): boolean {
  const address = "data" in frame ? frame.data : frame.src;
  return sites.some((site) => address.startsWith(site));
}

/** Every frame of a page, an `<object>` too, in open shadow roots as well. */
function framesIn(root: ParentNode): HTMLIFrameElement[] {
  return [...root.querySelectorAll("*")].flatMap((element) =>
    isFrame(element) ? element : element.shadowRoot ? framesIn(element.shadowRoot) : []
  );
}

function isFrame(element: Element): element is HTMLIFrameElement {
  return "contentWindow" in element;
}

/** Names of attributes that any element may have, such as `hidden` and `onclick`. */
function globalNames(): ReadonlySet<string> {
  const any = document.createElement("i");
  const names = new Set<string>();
  // A method is no attribute: `focus` is an input of a chart.
  for (const key in any)
    if (typeof any[key as keyof HTMLElement] !== "function") names.add(key.toLowerCase());
  return names;
}

/** A site as an author writes it, with or without its last slash; none where it isn’t one. */
function siteOf(text: string | null): URL | undefined {
  try {
    const url = new URL(`${text ?? ""}/`.replace(/\/+$/, "/"));
    return url.protocol.startsWith("http") ? url : undefined;
  } catch {
    return undefined;
  }
}

function send({contentWindow}: HTMLIFrameElement, message: HelloMessage | ThemeMessage): void {
  // Nothing secret; a frame that hasn’t loaded yet is of no origin and hears nothing.
  contentWindow?.postMessage(message, "*");
}
