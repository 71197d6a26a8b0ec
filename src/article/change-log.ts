/** An edition of the article, and what changed with it. */
export interface Edition {
  readonly version: string;
  /** Day on which it came out, in ISO form. */
  readonly date: string;
  readonly groups: readonly ChangeGroup[];
}

/** Changes of one kind. */
export interface ChangeGroup {
  /** E.g. `"Corrections"`. */
  readonly title: string;
  readonly items: readonly string[];
}

/** What a change log says. */
export interface Changes {
  /** What the list is for. */
  readonly intro: string;
  /** What has changed since the newest edition. */
  readonly unreleased: readonly ChangeGroup[];
  /** The newest first. */
  readonly editions: readonly Edition[];
}

/**
 * Reads a change log: a title, an introduction, what is `## Unreleased`, and editions as `## 1.2.3 (2026-11-24)`, each
 * with `### Kind` and items as `- text`, whose further lines are indented.
 *
 * @throws at any other line.
 */
export function parseChanges(text: string): Changes {
  const intro: string[] = [];
  const unreleased: OpenGroup[] = [];
  const editions: Edition[] = [];
  let groups: OpenGroup[] | undefined;
  text.split("\n").forEach((line, index) => {
    const items = groups?.at(-1)?.items;
    const [, version, date] = /^## (\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$/.exec(line) ?? [];
    if (line === "" || (index === 0 && line.startsWith("# "))) return;
    if (line === "## Unreleased" && !groups) groups = unreleased;
    else if (version !== undefined && date !== undefined) {
      groups = [];
      editions.push({version, date, groups});
    } else if (!groups && !line.startsWith("#")) intro.push(line);
    else if (groups && line.startsWith("### ")) groups.push({title: line.slice(4), items: []});
    else if (items && line.startsWith("- ")) items.push(line.slice(2));
    else if (items?.length && line.startsWith("  ")) items.push(`${items.pop() ?? ""} ${line.trim()}`);
    else throw new Error(`bad line ${index + 1} of the change log: ${line} (expected a heading or an item)`);
  });
  return {intro: intro.join(" "), unreleased, editions};
}

interface OpenGroup {
  readonly title: string;
  readonly items: string[];
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
