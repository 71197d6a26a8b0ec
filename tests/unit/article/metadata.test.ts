import {describe, expect, it} from "vitest";
import {articleAt} from "../../../src/article/edition.ts";
import {citationFile} from "../../../src/article/citation-files.ts";
import {referenceOf} from "../../../src/article/works.ts";
import {articleGraph, citationTags} from "../../../src/article/metadata.ts";

const article = articleAt("https://example.org/", "en");

/**
 * The item that Zotero’s translator for embedded metadata makes of tags, by its published rules: `z:itemType` decides
 * the kind, then a tag of a container, else a title means an article of a journal. A name is split at its comma, else
 * at its last space, once punctuation at its end is gone.
 */
function zoteroItem(tags: readonly (readonly [string, string])[]) {
  const named = new Map(tags);
  const containers = {
    citation_journal_title: "journalArticle",
    citation_technical_report_institution: "report",
    citation_conference_title: "conferencePaper",
    citation_book_title: "bookSection",
    citation_dissertation_institution: "thesis"
  };
  const contained = Object.entries(containers).find(([tag]) => named.has(tag))?.[1];
  const name = named.get("citation_author") ?? "";
  const cleaned = name.replace(/[\s.,/[\]:]+$/, "");
  const cut = cleaned.lastIndexOf(" ");
  const [last, first = ""] = name.includes(",")
    ? cleaned.split(/, ?/)
    : [cleaned.slice(cut + 1), cleaned.slice(0, Math.max(cut, 0))];
  return {
    itemType: named.get("z:itemType") ?? contained ?? "journalArticle",
    creator: {last, first},
    title: named.get("citation_title"),
    date: named.get("citation_publication_date"),
    url: named.get("citation_public_url"),
    language: named.get("citation_language")
  };
}

describe("zoteroItem", () => {
  it("zoteroItem(tags) without a kind is an article of a journal, and a name ends in a surname", () => {
    const tags = [
      ["citation_title", "A title"],
      ["citation_author", "The Past Chinchilla authors"]
    ] as const;
    expect(zoteroItem(tags)).toMatchObject({
      itemType: "journalArticle",
      creator: {last: "authors", first: "The Past Chinchilla"}
    });
  });

  it("zoteroItem(citationTags(article, works)) is what the citation files say", () => {
    const [work] = JSON.parse(citationFile(article, "json")) as [Record<string, unknown>];
    expect(zoteroItem(citationTags(article, [referenceOf("tyl2023")]))).toEqual({
      itemType: work.type,
      creator: {last: article.authors, first: ""},
      title: work.title,
      date: article.modified.replaceAll("-", "/"),
      url: work.URL,
      language: work.language
    });
  });
});

describe("articleGraph", () => {
  it("articleGraph(article, …) is of the kind of the other citations", () => {
    const graph = articleGraph(article, [], [], "An article.", "en");
    expect(graph).toMatchObject({"@graph": [{"@type": "WebPage"}]});
  });
});

describe("citationTags", () => {
  it("citationTags(article, works) names the article, and each work once", () => {
    const tags = citationTags(article, [referenceOf("tyl2023"), referenceOf("porian2024")]);
    const named = new Map(tags);
    expect(named.get("citation_title")).toBe(article.title);
    expect(named.get("citation_publication_date")).toMatch(/^\d{4}\/\d{2}\/\d{2}$/);
    expect(named.get("citation_public_url")).toBe("https://example.org/");
    expect(tags.filter(([name]) => name === "citation_reference").map(([, content]) => content)).toEqual([
      "citation_title=Chinchilla’s Death; citation_author=Tyl, Thaddée; citation_publication_date=2023/7/23; " +
        "citation_fulltext_html_url=https://espadrine.github.io/blog/posts/chinchilla-s-death.html",
      "citation_title=Resolving Discrepancies in Compute-Optimal Scaling of Language Models; " +
        "citation_author=Porian, Tomer; citation_author=Wortsman, Mitchell; citation_author=Jitsev, Jenia; " +
        "citation_author=Schmidt, Ludwig; citation_author=Carmon, Yair; citation_publication_date=2024/6; " +
        "citation_arxiv_id=2406.19146; citation_fulltext_html_url=https://arxiv.org/abs/2406.19146"
    ]);
    expect(named.has("citation_pdf_url")).toBe(false);
  });

  it("citationTags(article, works, pdf) says where the PDF is", () => {
    const pdf = "https://example.org/past-chinchilla.pdf";
    expect(new Map(citationTags(article, [], pdf)).get("citation_pdf_url")).toBe(pdf);
  });
});
