import {frontmatterOf, parseMdx} from "./mdx.ts";
import {sections} from "./section-files.ts";
import {sectionNameOf} from "./section-name.ts";

/**
 * Where a section stands below the base path of its language: `""` in the article, else its page, e.g. `"methods/"`.
 *
 * @throws where there is no such section.
 */
export function pageOfSection(name: string): string {
  const found = sections.find(({file}) => sectionNameOf(file) === name);
  if (!found) {
    const known = sections.map(({file}) => sectionNameOf(file)).join(", ");
    throw new Error(`unknown section: ${name} (one of ${known})`);
  }
  const page = frontmatterOf(parseMdx(found.mdx)).get("page");
  return page === undefined ? "" : `${page.text}/`;
}
