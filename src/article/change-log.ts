/** An edition of the article, and what changed with it. */
export interface Edition {
  readonly version: string;
  /** Day on which it came out, in ISO form. */
  readonly date: string;
  /** Changes by kind, e.g. `"Corrections"`. */
  readonly groups: readonly {readonly title: string; readonly items: readonly string[]}[];
}

/** What a change log says. */
export interface Changes {
  /** What the list is for. */
  readonly intro: string;
  /** The newest first. */
  readonly editions: readonly Edition[];
}

/**
 * Reads a change log: a title, an introduction, and editions as `## 1.2.3 (2026-11-24)` with `### Kind`
 * and items as `- text`, whose further lines are indented.
 *
 * @throws at any other line.
 */
export function parseChanges(text: string): Changes {
  const intro: string[] = [];
  const editions: {version: string; date: string; groups: {title: string; items: string[]}[]}[] = [];
  text.split("\n").forEach((line, index) => {
    const edition = editions.at(-1);
    const items = edition?.groups.at(-1)?.items;
    const heading = /^## (\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$/.exec(line);
    if (line === "" || (index === 0 && line.startsWith("# "))) return;
    if (heading) editions.push({version: heading[1]!, date: heading[2]!, groups: []});
    else if (!edition && !line.startsWith("#")) intro.push(line);
    else if (edition && line.startsWith("### ")) edition.groups.push({title: line.slice(4), items: []});
    else if (items && line.startsWith("- ")) items.push(line.slice(2));
    else if (items?.length && line.startsWith("  ")) items.push(`${items.pop()!} ${line.trim()}`);
    else throw new Error(`bad line ${index + 1} of the change log: ${line} (expected a heading or an item)`);
  });
  return {intro: intro.join(" "), editions};
}

/**
 * The edition of a version.
 *
 * @throws where the change log has none.
 */
export function editionOf({editions}: Changes, version: string): Edition {
  const edition = editions.find((candidate) => candidate.version === version);
  if (edition) return edition;
  const known = editions.map((candidate) => candidate.version).join(", ");
  throw new Error(`no edition in the change log: ${version} (expected one of ${known})`);
}
