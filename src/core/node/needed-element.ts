/** The first element that a selector finds in a page, or in a part of one. @throws where it finds none. */
export function neededElement(root: ParentNode, selector: string): Element {
  const element = root.querySelector(selector);
  if (!element) throw new Error(`no element: ${selector} (expected it in the page)`);
  return element;
}

/** The value of an attribute. @throws where the element doesn't have it. */
export function attributeValue(element: Element, name: string): string {
  const value = element.getAttribute(name);
  if (value === null) throw new Error(`no attribute: ${name} of <${element.localName}> (expected one)`);
  return value;
}
