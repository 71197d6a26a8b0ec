import {readFile} from "node:fs/promises";
import {relative} from "node:path";
import type {Plugin} from "vite";

/** A Vite plugin that imports a CSV as `{file, text}`, so that a bad cell can name its file. */
export function csv(): Plugin {
  let root = "";
  return {
    name: "past-chinchilla:csv",
    enforce: "pre",
    configResolved(config) {
      root = config.root;
    },
    async load(id) {
      if (!id.endsWith(".csv")) return null;
      const text = await readFile(id, "utf8");
      return `export default ${JSON.stringify({file: relative(root, id), text})};`;
    }
  };
}
