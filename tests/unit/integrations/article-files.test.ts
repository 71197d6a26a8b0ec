import {expect, test} from "vitest";
import {drawingFiles, namedAssets} from "../../../integrations/article-files.ts";

test("drawingFiles: numbers of figures, wide drawings of steps, all of what words play, each once", () => {
  const html = `<figure data-chart="loss" data-view="tokens"></figure><figure data-chart="loss" data-view="tokens"></figure>
    <div data-step="1"><figure data-chart="gap" data-view="log"></figure></div>
    <a data-play="race" data-play-state="end">the end</a>`;
  expect(drawingFiles(html)).toEqual([
    "drawings/gap/log.json",
    "drawings/gap/log.wide.svg",
    "drawings/loss/tokens.json",
    "drawings/race/end.json",
    "drawings/race/end.narrow.svg",
    "drawings/race/end.wide.svg"
  ]);
});

test("namedAssets: what is known of the styles, scripts and fonts that a text names", () => {
  const text = `import"./marks.C6xn-_zc.js";import("./lab.js");url(/below/_astro/fonts/18da.woff2);"a.js"`;
  const known = new Set(["marks.C6xn-_zc.js", "lab.js", "18da.woff2", "other.js"]);
  expect(namedAssets(text, known)).toEqual(["marks.C6xn-_zc.js", "lab.js", "18da.woff2"]);
});
