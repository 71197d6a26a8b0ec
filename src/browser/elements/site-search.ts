import {searchStrings as strings} from "../../core/i18n/searching.ts";
import type {SearchKind} from "../../core/i18n/searching.ts";
import {firstLocale, locales, type Locale} from "../../core/i18n/locale.ts";

/** What this page uses of Pagefind’s script. */
interface Pagefind {
  readonly options: (options: {excerptLength: number}) => Promise<void>;
  readonly init: () => Promise<void>;
  /** `null` where another search was asked for in the meantime. */
  readonly debouncedSearch: (
    words: string,
    options: object,
    wait: number
  ) => Promise<{readonly results: readonly {readonly data: () => Promise<Found>}[]} | null>;
}

interface Found {
  readonly url: string;
  /** Text with the words found between `<mark>` and `</mark>`. */
  readonly excerpt: string;
  /** All its text. */
  readonly raw_content: string;
  readonly meta: {readonly title: string; readonly kind: SearchKind};
}

/** How long a reader must pause before the words are searched, in ms. */
const pause = 150;

/** What of the page a search reads and writes. */
interface Parts {
  readonly whole: HTMLElement;
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  readonly list: Element;
  readonly status: Element;
  /** Address of Pagefind’s script. */
  readonly index: string;
}

/** Finds sections, claims, charts and data by words. Without it the page lists all there is. */
class SiteSearch extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    const field = this.querySelector("input");
    const list = this.querySelector(".search-results");
    const status = this.querySelector("[role=status]");
    const {index} = this.dataset;
    if (form && field && list && status && index !== undefined)
      new Search({whole: this, form, field, list, status, index}).begin();
  }
}

class Search {
  readonly #parts: Parts;
  #pagefind: Promise<Pagefind> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  begin(): void {
    const {form, field} = this.#parts;
    form.hidden = false;
    field.addEventListener("focus", () => void this.#load().catch(() => undefined), {once: true});
    field.addEventListener("input", () => void this.#search());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#search();
    });
    addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target === field) return;
      event.preventDefault();
      field.focus();
    });
    field.value = new URLSearchParams(location.search).get("q") ?? field.value;
    if (field.value) void this.#search();
    else field.focus({preventScroll: true});
  }

  async #load(): Promise<Pagefind> {
    this.#pagefind ??= import(/* @vite-ignore */ this.#parts.index).then(async (script: Pagefind) => {
      await script.options({excerptLength: 24});
      await script.init();
      return script;
    });
    return this.#pagefind;
  }

  async #search(): Promise<void> {
    const {field, whole} = this.#parts;
    const words = field.value.trim();
    history.replaceState(history.state, "", words ? `?q=${encodeURIComponent(words)}` : location.pathname);
    if (!words) {
      this.#show([], "");
      return;
    }
    try {
      const found = await (await this.#load()).debouncedSearch(words, {}, pause);
      if (!found || words !== field.value.trim()) return;
      const all = await Promise.all(found.results.map((result) => result.data()));
      const results = all.filter((result) => isAbout(result, words));
      if (words === field.value.trim()) this.#show(results, sentence(results.length, words));
    } catch {
      this.#show([], strings.broken[pageLocale()]);
      whole.classList.remove("has-searched");
    }
  }

  /** All there is gives way to what was found. */
  #show(results: readonly Found[], text: string): void {
    const {whole, list, status} = this.#parts;
    whole.classList.toggle("has-searched", text !== "");
    status.textContent = text;
    list.replaceChildren(...results.map(itemOf));
  }
}

/**
 * The language that the build wrote the page in. The elements of figures have the same, which this page would load with
 * all of theirs.
 */
function pageLocale(): Locale {
  const written = document.querySelector<HTMLMetaElement>('meta[name="past-chinchilla:locale"]')?.content;
  return locales.find((locale) => locale === written) ?? firstLocale;
}

/**
 * Whether a result has the first half of one of the words: for a word that is nowhere Pagefind finds what begins with
 * its first letters, however few.
 */
function isAbout({meta, raw_content}: Found, words: string): boolean {
  const text = folded(`${meta.title} ${raw_content}`);
  return folded(words)
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word !== "" && text.includes(word.slice(0, Math.ceil(word.length / 2))));
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function sentence(count: number, words: string): string {
  const locale = pageLocale();
  const start =
    count === 0
      ? strings.none[locale]
      : count === 1
        ? strings.one[locale]
        : `${count} ${strings.many[locale]}`;
  return `${start} “${words}”`;
}

function itemOf({url, excerpt, meta}: Found): HTMLElement {
  const item = document.createElement("li");
  const title = document.createElement("p");
  const link = document.createElement("a");
  const kind = document.createElement("span");
  const text = document.createElement("p");
  kind.className = "search-kind";
  kind.textContent = strings[meta.kind][pageLocale()];
  link.href = url;
  link.textContent = meta.title;
  title.append(kind, " ", link);
  text.append(...marked(withDots(excerpt)));
  item.append(title, text);
  return item;
}

/** The excerpt with dots where it begins or ends within a sentence. */
function withDots(excerpt: string): string {
  const start = /^(<mark>)?\p{Ll}/u.test(excerpt) ? "… " : "";
  return start + excerpt + (/[.?!](<\/mark>)?$/.test(excerpt.trim()) ? "" : " …");
}

/** The excerpt as nodes: its marks are the only markup that is taken from it. */
function marked(excerpt: string): (Node | string)[] {
  return excerpt.split(/(<mark>.*?<\/mark>)/).map((part) => {
    const [, word] = /^<mark>(.*)<\/mark>$/.exec(part) ?? [];
    if (word === undefined) return plain(part);
    const mark = document.createElement("mark");
    mark.textContent = plain(word);
    return mark;
  });
}

/** Text of which Pagefind has escaped some characters. */
function plain(text: string): string {
  const template = document.createElement("template");
  template.innerHTML = text;
  return template.content.textContent;
}

customElements.define("site-search", SiteSearch);
