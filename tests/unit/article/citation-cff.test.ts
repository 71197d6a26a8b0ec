import {readFileSync} from "node:fs";
import {z} from "astro/zod";
import {describe, expect, it} from "vitest";
import {parse} from "yaml";
import manifest from "../../../package.json" with {type: "json"};
import {articleAt} from "../../../src/article/edition.ts";
import {referenceOf} from "../../../src/article/works.ts";

const article = articleAt("https://example.org/", "en");
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const agent = z.union([
  z.object({name: z.string().min(1)}).strict(),
  z.object({"family-names": z.string().min(1), "given-names": z.string().min(1)}).strict()
]);

/** What CFF 1.2.0 requires, and which of its other keys the file may use. */
const schema = z
  .object({
    "cff-version": z.literal("1.2.0"),
    message: z.string().min(1),
    type: z.enum(["software", "dataset"]),
    title: z.string().min(1),
    abstract: z.string().min(1),
    authors: z.array(agent).min(1),
    version: z.string(),
    "date-released": day,
    license: z.string(),
    keywords: z.array(z.string().min(1)).min(1),
    "preferred-citation": z
      .object({
        type: z.literal("website"),
        title: z.string().min(1),
        authors: z.array(agent).min(1),
        version: z.string(),
        "date-released": day
      })
      .strict(),
    references: z.array(
      z
        .object({
          type: z.literal("blog"),
          title: z.string().min(1),
          authors: z.array(agent).min(1),
          "date-released": day,
          url: z.url(),
          notes: z.string()
        })
        .strict()
    )
  })
  .strict();

describe("CITATION.cff", () => {
  const file = schema.parse(parse(readFileSync("CITATION.cff", "utf8")));

  it("says what the package and the change log say", () => {
    expect(file.title).toBe(article.title);
    expect(file.authors).toEqual([{name: article.authors}]);
    expect(file.version).toBe(manifest.version);
    expect(file.license).toBe(manifest.license);
    expect(file["date-released"]).toBe(article.modified);
  });

  it("is cited as the article’s other citations are: a page of the web", () => {
    const {title, authors, version, "date-released": released} = file;
    expect(file["preferred-citation"]).toEqual({
      type: "website",
      title,
      authors,
      version,
      "date-released": released
    });
  });

  it("credits the essay as the bibliography does", () => {
    const essay = referenceOf("tyl2023");
    expect(file.references).toMatchObject([
      {
        title: essay.title,
        url: essay.URL,
        authors: [{"family-names": "Tyl", "given-names": "Thaddée"}]
      }
    ]);
  });
});
