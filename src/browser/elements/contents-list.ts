/** How far down the viewport the top of a section must have come for the reader to be in it. */
const line = 0.3;

/** The contents of the page: they show the section one is in, and close where one has chosen another. */
class ContentsList extends HTMLElement {
  connectedCallback(): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>("ol a")];
    const tops = links.map((link) => document.querySelector(link.hash)!);
    const end = document.querySelector("footer")!;
    const mark = (): void => {
      const above = tops.filter((top) => top.getBoundingClientRect().top <= innerHeight * line).length;
      const isAtEnd = end.getBoundingClientRect().bottom <= innerHeight + 1;
      const current = isAtEnd ? links.length - 1 : Math.max(0, above - 1);
      links.forEach((link, index) => {
        if (index === current) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      });
    };
    const crossing = new IntersectionObserver(mark, {rootMargin: `-${line * 100}% 0px ${line * 100 - 100}%`});
    for (const top of tops) crossing.observe(top);
    new IntersectionObserver(mark, {threshold: 1}).observe(end);
    this.addEventListener("toggle", () =>
      this.querySelector("[aria-current]")?.scrollIntoView({block: "nearest"})
    );
    this.addEventListener("click", ({target}) => {
      if (target instanceof Element && target.closest("a")) this.hidePopover();
    });
  }
}

customElements.define("contents-list", ContentsList);
