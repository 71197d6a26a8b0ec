import {locales} from "../core/i18n/locale.ts";
import {segmentOf, type Segment} from "../core/i18n/routes.ts";
import {placedScrollies, type PlacedScrolly} from "./placed-charts.ts";
import {sectionsOf, type SectionEntry} from "./sections.ts";

/** A scrolly as the address of its embed has it, with where it stands. */
interface ScrollyRoute {
  readonly params: {readonly act: string; readonly locale: Segment};
  readonly props: {readonly section: SectionEntry; readonly scrolly: PlacedScrolly};
}

/** Static paths of every scrolly of the article. */
export async function scrollyRoutes(): Promise<ScrollyRoute[]> {
  const articles = await Promise.all(
    locales.map(async (locale) => ({locale: segmentOf(locale), sections: await sectionsOf(locale)}))
  );
  return articles.flatMap(({locale, sections}) =>
    sections.flatMap((section) =>
      placedScrollies(section.body ?? "").map((scrolly) => ({
        params: {act: scrolly.id, locale},
        props: {section, scrolly}
      }))
    )
  );
}
