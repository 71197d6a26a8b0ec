import {readFileSync} from "node:fs";

/** A room of the project: a folder or a file, and what a file in it is. */
export interface Room {
  /** From the project's root, without a slash at its end, e.g. `"src/core/math"`. */
  readonly path: string;
  readonly meaning: string;
  /** Where its code runs: in browsers and Node, in one of them, or in Node while the site is built. */
  readonly runs: "both" | "browser" | "Node" | "build";
}

/** A row of CONTRIBUTING's table of rooms. */
const row = /^\| `((?:src|integrations|scripts)[\w./-]*)`\s*\| (.*?)\s*\| (both|browser|Node|build)\s*\|$/gm;

/**
 * The rooms that hold code, in the order in which they may import: each from itself and from those before it. The
 * table in CONTRIBUTING is the only list of them.
 *
 * @throws where the table isn't there.
 */
export function roomsOf(contributing = readFileSync("CONTRIBUTING.md", "utf8")): Room[] {
  const rooms = Array.from(contributing.matchAll(row), ([, path = "", meaning = "", runs]) => ({
    path,
    meaning,
    runs: runs as Room["runs"]
  }));
  if (rooms.length === 0) throw new Error("no rooms: CONTRIBUTING.md (expected a table of them)");
  return rooms;
}

/** The room that a file stands in: of the paths that it begins with, the longest. */
export function roomOf(file: string, rooms: readonly Room[]): Room | undefined {
  return rooms
    .filter(({path}) => file === path || file.startsWith(`${path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
}
