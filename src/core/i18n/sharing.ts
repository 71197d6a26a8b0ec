import type {Localised} from "./locale.ts";

/** Strings of the figure pages and of the files that leave the site. */
export const sharing = {
  fileLicence: {
    en: "Figures: CC BY 4.0, “Past Chinchilla”. Numbers: facts from the papers named, free to use; those under the MIT licence say so and keep their notice."
  },
  share: {en: "Share, embed, download"},
  allCharts: {en: "All charts"},
  allChartsLead: {en: "Every chart of the article, with its states, files and sources."},
  allScrollies: {en: "The acts, step by step"},
  allScrolliesLead: {
    en: "A frame can’t scroll under a figure that stays. In a page of your own, an act has Previous and Next instead; they work without scripts too."
  },
  usedIn: {en: "In the article"},
  usedNowhere: {en: "The article does not use this chart."},
  namedStates: {en: "States of this chart"},
  sources: {en: "Sources and errors"},
  licenceFacts: {en: "facts, free to use"},
  licenceOf: {en: "Licence:"},
  errorOf: {en: "Error:"},
  useThis: {en: "Use this"},
  useScreen: {en: "Download what is on screen"},
  screenSvg: {en: "SVG"},
  downloaded: {en: "Downloaded"},
  notDownloaded: {en: "Not downloaded; the file could not be made"},
  useLink: {en: "Link"},
  useEmbed: {en: "Embed"},
  useImage: {en: "Picture"},
  useData: {en: "Numbers"},
  useCitation: {en: "Citation"},
  citation: {en: "“{title}”, in: {site}, 2026, {address} (CC BY 4.0). Numbers from {works}."},
  useFrozen: {en: "Frozen"},
  useFrozenLead: {
    en: "This picture, its words and its numbers as they came out with edition {version}; nothing at this address ever changes."
  },
  frozenWith: {en: "As it came out with edition {version}, {date}."},
  frozenCurrent: {en: "The figure as it is now"},
  copyFrozen: {en: "Copy frozen code"},
  useUnnamed: {
    en: "The site keeps files of the states listed on this page. This one has no name: its link and its embed show it, and the buttons above make files of it."
  },
  copyLink: {en: "Copy link"},
  copyEmbed: {en: "Copy code"},
  copyImage: {en: "Copy picture’s address"},
  copyData: {en: "Copy numbers’ address"},
  copyCitation: {en: "Copy citation"},
  copied: {en: "Copied"},
  notCopied: {en: "Not copied; the text is selected"},
  fileSvg: {en: "SVG, light or dark as the reader’s system"},
  fileLightSvg: {en: "SVG, light"},
  fileDarkSvg: {en: "SVG, dark"},
  fileOutlinedSvg: {en: "SVG with text as paths"},
  filePdf: {en: "PDF, for LaTeX"},
  filePng: {en: "PNG"},
  filePng2: {en: "PNG, twice the size"},
  filePreview: {en: "PNG for link previews"},
  fileCsv: {en: "CSV"},
  filePackage: {en: "Data package: columns, units, sources"},
  fileJson: {en: "JSON, with units and sources"},
  fileZip: {en: "ZIP of pictures and numbers"},
  fileKinds: {
    en: "The .svg follows the reader’s theme, .light.svg and .dark.svg have one. In the .outlined.svg letters are paths, for programs that ignore the face in the others; the .pdf is for LaTeX. The .2x.png is 1520 pixels wide, the .preview.png is for links. The .csv holds the numbers drawn, the data package beside it says what its columns mean, where they come from and how wrong they may be (Frictionless); the .json holds all of that in one."
  }
} as const satisfies Record<string, Localised>;
