import {describe, expect, it} from "vitest";
import {articleAt} from "../../../src/article/edition.ts";
import {referenceOf} from "../../../src/article/works.ts";
import {citationTags} from "../../../src/article/metadata.ts";

const article = articleAt("https://example.org/", "en");

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
