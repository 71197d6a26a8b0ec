import {describe, expect, it} from "vitest";
import manifest from "../../../package.json" with {type: "json"};
import {cacheKey, sha256} from "../../../src/core/node/file-cache.ts";
import {frozenEditions, frozenFiles} from "../../../src/export/frozen-editions.ts";

const editions = frozenEditions();

describe("frozenEditions()", () => {
  it("holds this edition, which `npm run freeze` makes", () => {
    expect(editions.map(({version}) => version)).toContain(manifest.version);
  });
});

describe.each(editions)("edition $version", (edition) => {
  const files = frozenFiles(edition);
  const text = (path: string): string => new TextDecoder().decode(files[path]);

  it("has every file of its manifest to the byte, and no other", () => {
    const hashes = Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, sha256(bytes)]));
    expect(hashes).toEqual(edition.files);
  });

  it("has each figure in a folder named by its bytes", () => {
    const figures = Object.entries(edition.figures);
    expect(figures.length).toBeGreaterThan(0);
    for (const [figure, folder] of figures) {
      const numbers = files[`${folder}/${figure.split("/")[1]!}.json`]!;
      expect(cacheKey(files[`${folder}/index.html`]!, numbers).slice(0, 16)).toBe(folder);
    }
  });

  it("has each shared file under the hash of its bytes", () => {
    const shared = Object.keys(files).filter((path) => !path.includes("/"));
    expect(shared.length).toBeGreaterThan(0);
    for (const path of shared) expect(path.split(".")[0]).toBe(cacheKey(files[path]!));
  });

  it("needs nothing outside itself: what its pages load is there", () => {
    for (const folder of Object.values(edition.figures)) {
      const page = text(`${folder}/index.html`);
      const loaded = Array.from(
        page.matchAll(/<(?:link|script|img)\b[^>]*\b(?:href|src)="([^"]*)"|url\("?([^")]*)"?\)/g),
        ([, address, font]) => (address ?? font)!
      ).filter((address) => address !== "data:,");
      expect(loaded.length).toBeGreaterThan(2);
      for (const address of loaded) expect(Object.keys(files)).toContain(address.replace(/^\.\.\//, ""));
      expect(page).not.toMatch(/_astro|localhost|href="\/|<chart-controls/);
    }
    for (const path of Object.keys(files).filter((each) => each.endsWith(".css"))) {
      for (const [, address] of text(path).matchAll(/url\("?([^")]*)"?\)/g))
        expect(Object.keys(files)).toContain(address);
    }
  });
});
