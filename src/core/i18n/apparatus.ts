import type {Localised} from "./locale.ts";

/** Strings of what a reader checks by: references, notes, data. Apart from those that scripts need too. */
export const apparatus = {
  opening: {en: "Opening"},
  sectionLink: {en: "Link to this section"},
  note: {en: "Note"},
  formula: {en: "The formula, and what it says"},
  references: {en: "References"},
  citedIn: {en: "Cited in"},
  inReferences: {en: "In the references"},
  edition: {en: "Edition"},
  editionNote: {
    en: "The text of an earlier edition, as it was, without its pictures. The article has replaced it, and says what was wrong in it."
  },
  editionText: {en: "The text of this edition"},
  methods: {en: "Methods"},
  methodsIntro: {
    en: "How the figures were read, how open runs were compared and laws fitted, and what we noticed in the sources on the way."
  },
  data: {en: "Data"},
  table: {en: "Table"},
  dataIntro: {
    en: "Every measured number that is drawn in this article comes from a published work. Each table has a page that says from which place of which work, how it was read, and under which licence. Its files are the very ones that the charts are drawn from."
  },
  source: {en: "Source"},
  readOn: {en: "Read on"},
  method: {en: "Method"},
  error: {en: "Error"},
  licence: {en: "Licence"},
  licenceFacts: {en: "Facts taken from the work named"},
  rows: {en: "rows"},
  cite: {en: "Cite this"},
  authors: {en: "The Past Chinchilla authors"},
  version: {en: "Version {version}"},
  citeToo: {en: "The argument is the essay’s, and the numbers are their authors’. Please cite those too:"},
  changes: {en: "Changes"},
  everyEdition: {en: "Edition by edition"},
  allChanges: {en: "All changes, of addresses and files too"},
  unreleased: {en: "Since the last edition"}
} as const satisfies Record<string, Localised>;

/** How the numbers of a dataset came from their source. */
export const methods = {
  digitised: {en: "Read off the figure"},
  transcribed: {en: "Copied from the text or its tables"},
  measured: {en: "Measured and published by the authors"},
  computed: {en: "Computed by the published code"}
} as const satisfies Record<string, Localised>;
