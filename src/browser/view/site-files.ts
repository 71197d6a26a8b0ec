import {pageBuild} from "./page.ts";

const files = new Map<string, Promise<string>>();

/** The text of a file of this site, fetched once. A file that didn't come is asked for again. */
export function fetchText(address: string): Promise<string> {
  let text = files.get(address);
  if (!text) {
    const build = pageBuild();
    // Its address stays when a file changes: so neither the worker nor the browser's cache gives that of another build.
    text = fetch(build ? `${address}?build=${build}` : address).then((response) => {
      if (!response.ok) throw new Error(`file not found: ${address} (status ${response.status})`);
      return response.text();
    });
    text.catch(() => files.delete(address));
    files.set(address, text);
  }
  return text;
}

/** Has the texts of files at hand, by their addresses, so that they are never fetched. */
export function carry(texts: Readonly<Record<string, string>>): void {
  for (const [address, text] of Object.entries(texts)) files.set(address, Promise.resolve(text));
}
