/** The first element in `root` that a selector finds. @throws where there is none, or one of another kind. */
export function part(root: ParentNode, selector: string): HTMLElement;
export function part<T extends Element>(root: ParentNode, selector: string, kind: new () => T): T;
export function part(root: ParentNode, selector: string, kind: new () => Element = HTMLElement): Element {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`no part: ${selector} (expected ${kind.name})`);
}

/** What a `data-` attribute holds. @throws where an element hasn't got it. */
export function dataOf({dataset, localName}: HTMLElement | SVGElement, name: string): string {
  const value = dataset[name];
  if (value === undefined) throw new Error(`no data: ${name} (expected it on <${localName}>)`);
  return value;
}
