import {describe, expect, it} from "vitest";
import {
  authorsOf,
  nameOf,
  citationOf,
  referenceOf,
  references,
  yearOf,
  type Reference
} from "../../../src/article/works.ts";

function work(authors: readonly string[], year = 1999): Reference {
  return {
    id: "work",
    type: "article",
    title: "A work",
    author: authors.map((name) => {
      const [given, family] = name.split("|") as [string, string];
      return {given, family};
    }),
    issued: {"date-parts": [[year]]}
  };
}

describe("references", () => {
  it("holds at least 9, each with an id of its own", () => {
    expect(references.length).toBeGreaterThanOrEqual(9);
    expect(new Set(references.map(({id}) => id)).size).toBe(references.length);
  });

  it("no two works are cited alike", () => {
    const citations = references.map(citationOf);
    expect(new Set(citations).size).toBe(citations.length);
  });

  it.each(references.map((reference) => [reference.id, reference] as const))(
    "%s says title, authors, date and address",
    (_, {title, author, issued, URL: address}) => {
      expect(address).toMatch(/^https:\/\//);
      expect(title).not.toBe("");
      expect(author.length).toBeGreaterThan(0);
      for (const each of author) expect(nameOf(each)).toMatch(/^\S.*[^\s,]$/);
      const [year, month = 1] = issued["date-parts"][0]!;
      expect(year).toBeGreaterThan(2000);
      expect(month).toBeGreaterThanOrEqual(1);
      expect(month).toBeLessThanOrEqual(12);
    }
  );

  // An arXiv number begins with the year and month of its first version.
  it.each(
    references.flatMap(({id, number, issued, URL: address}) =>
      number ? [{id, number, issued, address}] : []
    )
  )("$id has the arXiv number $number, of its date, and its address", ({number, issued, address}) => {
    const [year, month] = issued["date-parts"][0]!;
    const begin = `arXiv:${String(year).slice(2)}${String(month).padStart(2, "0")}.`;
    expect(number.slice(0, -5)).toBe(begin);
    expect(number.slice(-5)).toMatch(/^\d{5}$/);
    expect(address).toBe(`https://arxiv.org/abs/${number.slice("arXiv:".length)}`);
  });
});

describe("referenceOf", () => {
  it("referenceOf(id) is the work of that id", () => {
    expect(referenceOf("hoffmann2022").title).toBe("Training Compute-Optimal Large Language Models");
  });

  it("referenceOf throws where there is none, and says which there are", () => {
    expect(() => referenceOf("nobody1900")).toThrow(/^unknown reference: nobody1900 \(one of .*kaplan2020/);
  });
});

describe("citationOf", () => {
  it.each([
    ["tyl2023", "Tyl, 2023"],
    ["hoffmann2022", "Hoffmann et al., 2022"],
    ["touvron2023llama", "Touvron et al., 2023a"],
    ["touvron2023llama2", "Touvron et al., 2023b"]
  ])("citationOf(%s) is %s", (id, citation) => expect(citationOf(referenceOf(id))).toBe(citation));

  it.each([
    [["Ann|Ray"], "Ray, 1999"],
    [["Ann|Ray", "Bob|Sun"], "Ray and Sun, 1999"],
    [["Ann|Ray", "Bob|Sun", "Cid|Tor"], "Ray et al., 1999"]
  ])("citationOf(work of %j) is %s", (authors, citation) => {
    expect(citationOf(work(authors))).toBe(citation);
  });
});

describe("yearOf", () => {
  it.each([
    ["hoffmann2022", "2022"],
    ["touvron2023llama2", "2023b"]
  ])("yearOf(%s) is %s", (id, year) => expect(yearOf(referenceOf(id))).toBe(year));
});

describe("authorsOf", () => {
  it.each([
    [["Thaddée|Tyl"], "Tyl, T."],
    [["Lisa Anne|Hendricks", "Jean-Baptiste|Lespiau"], "Hendricks, L. A., Lespiau, J.-B."],
    [["Émile|Noël"], "Noël, É."],
    [["G.|van den Driessche"], "van den Driessche, G."]
  ])("authorsOf(work of %j) is %s", (authors, text) => expect(authorsOf(work(authors))).toBe(text));

  it("authorsOf names six authors, and the first six of seven", () => {
    const names = ["A|One", "B|Two", "C|Three", "D|Four", "E|Five", "F|Six"];
    const six = "One, A., Two, B., Three, C., Four, D., Five, E., Six, F.";
    expect(authorsOf(work(names))).toBe(six);
    expect(authorsOf(work([...names, "G|Seven"]))).toBe(`${six} et al.`);
  });
});
