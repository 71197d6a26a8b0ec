import {PDFDict, PDFDocument, PDFName} from "@cantoo/pdf-lib";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {extractLinks, extractText, getDocumentProxy, getMeta} from "unpdf";
import {expect, test} from "./fixtures.ts";

// These tests run in a Chromium, so the build had one to print with.
const file = join(process.env.SITE_FOLDER ?? "dist", "past-chinchilla.pdf");
const read = () => getDocumentProxy(new Uint8Array(readFileSync(file)));

const nameIn = (dict: PDFDict, key: string): string =>
  dict.lookupMaybe(PDFName.of(key), PDFName)?.decodeText() ?? "";

/** Text without its spaces and hyphens, which are set anew on paper. */
const squeezed = (text: string): string => text.replace(/[\s\u00ad-]+/g, "");

test("the PDF is linked where it is, and named to those who cite", async ({page}) => {
  await page.goto("./");
  const link = page.getByRole("link", {name: "As PDF"});
  const response = await page.request.get(await link.evaluate((a) => (a as HTMLAnchorElement).href));
  expect(response.status()).toBe(200);
  expect(response.headers()["content-type"]).toContain("application/pdf");
  const canonical = (await page.locator("link[rel=canonical]").getAttribute("href"))!;
  const named = await page.locator('meta[name="citation_pdf_url"]').getAttribute("content");
  expect(named).toBe(`${canonical}past-chinchilla.pdf`);
});

test("the PDF has every section and step of the article, and no empty page", async ({page}) => {
  expect(existsSync(file)).toBe(true);
  const document = await read();
  expect(document.numPages).toBeGreaterThan(15);
  expect(document.numPages).toBeLessThanOrEqual(30);
  const {text: pages} = await extractText(document, {mergePages: false});
  pages.forEach((text, index) => {
    const own = squeezed(text).replace(/^PastChinchilla:.*?\d+\/\d+/, "");
    expect(own.length, `page ${index + 1}: ${text}`).toBeGreaterThan(60);
  });
  const text = squeezed(pages.join(""));
  await page.goto("./");
  // Lists of tables have pages of their own.
  const wanted = await page
    .locator("main :is(h1, h2:not(#data-title), h3), .step-text p, .claim th")
    .allTextContents();
  expect(wanted.length).toBeGreaterThan(60);
  const missing = wanted.map(squeezed).filter((part) => !text.includes(part.slice(-40)));
  expect(missing).toEqual([]);
});

test("the PDF numbers its figures in the order they stand", async ({page}) => {
  const {text} = await extractText(await read(), {mergePages: true});
  const numbers = Array.from(text.matchAll(/Figure (\d+)\. /g), ([, number]) => Number(number));
  await page.goto("./");
  const figures = await page.locator(".section figcaption:not(.scrolly-figure figcaption)").count();
  expect(figures).toBeGreaterThan(30);
  expect(numbers).toEqual(Array.from({length: figures}, (_, index) => index + 1));
});

test("the PDF tells whose it is and from when, and carries all its faces", async ({page}) => {
  const {info} = await getMeta(await read());
  await page.goto("./");
  const [author, published] = await Promise.all(
    ["citation_author", "citation_publication_date"].map((name) =>
      page.locator(`meta[name="${name}"]`).getAttribute("content")
    )
  );
  expect(info.Author).toBe(author!.replace(/,$/, ""));
  expect(info.CreationDate).toBe(`D:${published!.replaceAll("/", "")}000000Z`);
  const document = await PDFDocument.load(readFileSync(file));
  const dicts = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
  // A composite face is told of by its descendant, and the glyphs of a Type 3 face are drawn in the file.
  const faces = dicts.filter((dict) =>
    ["CIDFontType0", "CIDFontType2", "TrueType", "Type1"].includes(nameIn(dict, "Subtype"))
  );
  expect(faces.filter((dict) => nameIn(dict, "BaseFont").includes("SourceSerif")).length).toBeGreaterThan(1);
  const withoutFile = faces.filter((dict) => {
    const descriptor = dict.lookupMaybe(PDFName.of("FontDescriptor"), PDFDict);
    return !["FontFile", "FontFile2", "FontFile3"].some((key) => descriptor?.has(PDFName.of(key)));
  });
  expect(withoutFile.map((dict) => nameIn(dict, "BaseFont"))).toEqual([]);
});

test("the PDF is tagged, has an outline, and its links lead to the site and its sources", async ({page}) => {
  const document = await read();
  const {info} = await getMeta(document);
  expect(info.Title).toContain("Past Chinchilla");
  expect(await document.getMarkInfo()).toMatchObject({Marked: true});
  const outline = await document.getOutline();
  expect(outline[0]!.title).toBe("Past Chinchilla");
  await page.goto("./");
  const site = (await page.locator("link[rel=canonical]").getAttribute("href"))!;
  const {links} = await extractLinks(document);
  expect(links.length).toBeGreaterThan(50);
  expect(links.filter((link) => !link.startsWith(site) && !link.startsWith("https://"))).toEqual([]);
  expect(links.some((link) => link.startsWith(`${site}charts/`) || link.startsWith(`${site}embed/`))).toBe(
    true
  );
});
