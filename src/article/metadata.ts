import type {Article} from "./edition.ts";
import {citeSource} from "../core/define/package.ts";
import {apparatus} from "../core/i18n/apparatus.ts";
import type {Named} from "./data-package.ts";
import {licenceAddresses} from "../core/define/licence.ts";
import type {Locale, Localised} from "../core/i18n/locale.ts";
import {absolute} from "../core/address.ts";
import {nameOf, authorsOf, referenceOf, yearOf, type Reference} from "./works.ts";

const proseLicence = "https://creativecommons.org/licenses/by/4.0/";
/** What every table is about, in the words that people search for. */
const catalogueKeywords = [
  {en: "large language models"},
  {en: "scaling laws"},
  {en: "training compute"},
  {en: "compute-optimal training"}
] as const satisfies readonly Localised[];
const dataLicences = {
  ...licenceAddresses,
  facts: {"@type": "CreativeWork", name: "Facts taken from a published work, free to use"}
} as const;

/** A `<meta>` by name and content. */
export type Tag = readonly [name: string, content: string];

/**
 * Tags by which Google Scholar, Zotero and others know the article and what it cites: one
 * `citation_reference` for each work.
 *
 * @param pdf address of the article as a PDF, where there is one
 */
export function citationTags(article: Article, works: readonly Reference[], pdf?: string): Tag[] {
  return [
    // Zotero takes a title alone for an article of a journal.
    ["z:itemType", "webpage"],
    ["citation_title", article.title],
    // A surname without a first name: without the comma, Zotero and Scholar take the last word for the surname.
    ["citation_author", `${article.authors},`],
    ["citation_publication_date", article.modified.replaceAll("-", "/")],
    ["citation_online_date", article.modified.replaceAll("-", "/")],
    ["citation_public_url", article.url],
    ...(pdf === undefined ? [] : [["citation_pdf_url", pdf] as const]),
    ["citation_language", article.language],
    ...works.map((work): Tag => ["citation_reference", referenceTag(work)])
  ];
}

/** A cited work as pairs of names and values, e.g. `"citation_title=…; citation_author=…"`. */
function referenceTag({title, author, issued, number, URL: url}: Reference): string {
  const [date = []] = issued["date-parts"];
  const pairs = [
    ["title", title],
    ...author.map((each) => ["author", nameOf(each)]),
    ["publication_date", date.join("/")],
    ...(number?.startsWith("arXiv:") ? [["arxiv_id", number.slice("arXiv:".length)]] : []),
    ...(url === undefined ? [] : [["fulltext_html_url", url]])
  ];
  return pairs.map(([name, value]) => `citation_${name}=${value}`).join("; ");
}

/** The article, the works that it cites and the datasets that it draws, in the words of schema.org. */
export function articleGraph(
  article: Article,
  works: readonly Reference[],
  datasets: readonly Named[],
  description: string,
  locale: Locale
): object {
  const authors = {"@type": "Organization", name: article.authors};
  const id = `${article.url}#article`;
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "WebPage",
        "@id": id,
        url: article.url,
        name: article.title,
        headline: article.title,
        description,
        inLanguage: locale,
        author: authors,
        publisher: authors,
        datePublished: article.published,
        dateModified: article.modified,
        version: article.version,
        license: proseLicence,
        isAccessibleForFree: true,
        isBasedOn: describeWork(referenceOf("tyl2023")),
        citation: works.map(describeWork),
        hasPart: datasets.map(([name]) => ({"@id": datasetId(name, locale)}))
      },
      ...datasets.map((named) => describeDataset(named, id, authors, locale))
    ]
  };
}

/** A dataset by itself, for its own page, in the words of schema.org: all that catalogues of datasets ask for. */
export function datasetGraph(named: Named, article: Article, locale: Locale): object {
  const [name, {key, fields, title}] = named;
  const creator = {"@type": "Organization", name: article.authors, url: article.url};
  return {
    "@context": "https://schema.org",
    ...describeDataset(named, `${article.url}#article`, creator, locale),
    identifier: datasetId(name, locale),
    alternateName: name,
    version: article.version,
    datePublished: article.published,
    dateModified: article.modified,
    inLanguage: locale,
    keywords: [
      ...catalogueKeywords.map((word) => word[locale]),
      ...Object.entries(fields).flatMap(([column, field]) =>
        key.includes(column) || field.type !== "number" ? [] : [field.label[locale]]
      )
    ],
    isPartOf: {"@type": "WebPage", "@id": `${article.url}#article`, url: article.url, name: article.title},
    includedInDataCatalog: {
      "@type": "DataCatalog",
      name: `${apparatus.data[locale]} · ${article.title}`,
      url: absolute("data/", locale)
    },
    distribution: [
      {name: `${title[locale]} (CSV)`, ...csvDownload(named)},
      {name: `${title[locale]} (JSON)`, ...download(`${name}.json`, "application/json")}
    ]
  };
}

function describeWork(work: Reference): object {
  return {
    "@type": work.type === "post-weblog" ? "BlogPosting" : "ScholarlyArticle",
    name: work.title,
    creditText: authorsOf(work),
    datePublished: yearOf(work).slice(0, 4),
    ...(work.URL === undefined ? {} : {url: work.URL})
  };
}

function datasetId(name: string, locale: Locale): string {
  return absolute(`data/${name}/`, locale);
}

function describeDataset([name, dataset]: Named, article: string, creator: object, locale: Locale): object {
  const {title, description, source, licence, provenance, fields} = dataset;
  return {
    "@type": "Dataset",
    "@id": datasetId(name, locale),
    url: datasetId(name, locale),
    name: title[locale],
    description: `${description[locale]} ${citeSource(source)}. ${provenance.error[locale]}.`,
    creator,
    isPartOf: {"@id": article},
    isBasedOn: {"@type": "CreativeWork", name: source.title, url: source.url},
    license: dataLicences[licence.id],
    isAccessibleForFree: true,
    measurementTechnique: provenance.method,
    variableMeasured: Object.entries(fields).flatMap(([column, field]) =>
      field.type === "number"
        ? [{"@type": "PropertyValue", name: column, description: field.label[locale], unitText: field.unit}]
        : []
    ),
    distribution: csvDownload([name, dataset])
  };
}

function csvDownload([name, {csv}]: Named): object {
  return {...download(`${name}.csv`, "text/csv"), contentSize: `${Buffer.byteLength(csv.text)} B`};
}

/** A file of a dataset, which all languages share. */
function download(file: string, encodingFormat: string): object {
  return {"@type": "DataDownload", encodingFormat, contentUrl: absolute(`data/${file}`)};
}
