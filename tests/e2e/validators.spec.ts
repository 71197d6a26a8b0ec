import {spawnSync} from "node:child_process";
import {createRequire} from "node:module";
import {launch} from "chrome-launcher";
import lighthouse, {desktopConfig} from "lighthouse";
import {chromiumFlags, findChromium} from "../../src/core/node/chromium.ts";
import {anyPath as tag, expect, test, triesAll} from "./fixtures.ts";

const java = process.env.JAVA ?? "java";
const site = process.env.SITE_FOLDER ?? "dist";

/** Errors of the checker that are none, each with its reason. */
const excused: readonly {readonly message: RegExp; readonly where: RegExp}[] = [
  // Plot writes it, every browser knows it: CSS Fonts 4 has more values than the SVG that the checker reads by.
  {message: /Bad value “tabular-nums” for attribute “font-variant”/, where: /.*/},
  // CSS that is newer than the checker’s, where styles are in the page.
  {
    message: /CSS: (Unrecognized at-rule “@container”|“container-type”: Property)/,
    where: /past-chinchilla\.html$/
  },
  // Figures as they came out: they never change, and the next edition’s are made of valid pages.
  {message: /.*/, where: /\/v\/[^/]+\/index\.html$/}
];

interface Finding {
  readonly type: string;
  readonly url: string;
  readonly message: string;
  readonly extract?: string;
}

test("every page is valid HTML, by the Nu checker", {tag}, () => {
  test.skip(spawnSync(java, ["-version"]).status !== 0, "java is not installed");
  const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
  const {stdout} = spawnSync(
    java,
    ["-Xss2m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html", site],
    {encoding: "utf8", maxBuffer: 1e9}
  );
  const {messages} = JSON.parse(stdout) as {messages: readonly Finding[]};
  // What is no error is advice, and there is some on every site.
  expect(messages.some(({type}) => type === "info")).toBe(true);
  const errors = messages.filter(
    ({type, message, url}) =>
      type !== "info" && !excused.some((each) => each.message.test(message) && each.where.test(url))
  );
  expect(errors.map(({url, message, extract}) => `${url}: ${message} ${extract ?? ""}`)).toEqual([]);
  // No excuse outlives its reason.
  for (const {message, where} of excused)
    expect(
      messages.some((each) => message.test(each.message) && where.test(each.url)),
      String(message)
    ).toBe(true);
});

/** One page of each kind, and where a sample is tried, on what. Frames are kept out of search engines on purpose: their pages are the charts’ own. */
const audited: readonly {
  readonly path: string;
  readonly misses?: readonly string[];
  readonly sample?: "phone" | "desktop";
}[] = [
  {path: ""},
  {path: "charts/loss/tokens/", sample: "phone"},
  {path: "embed/loss/", misses: ["is-crawlable"]},
  {path: "data/ladder/"},
  {path: "search/"}
];

for (const {path, misses = [], sample} of audited) {
  for (const form of ["phone", "desktop"] as const) {
    if (!triesAll && form !== sample) continue;
    test(`Lighthouse misses nothing: /${path} on a ${form}`, {tag}, async ({baseURL}) => {
      const browser = await launch({
        chromePath: await findChromium(),
        chromeFlags: [...chromiumFlags, "--headless"]
      });
      try {
        const result = await lighthouse(
          baseURL! + path,
          {
            port: browser.port,
            logLevel: "error",
            onlyCategories: ["accessibility", "best-practices", "seo"]
          },
          form === "desktop" ? desktopConfig : undefined
        );
        const {categories, audits, runtimeError} = result!.lhr;
        expect(runtimeError).toBeUndefined();
        const weighed = Object.values(categories).flatMap(({auditRefs}) =>
          auditRefs.filter(({weight}) => weight > 0).map(({id}) => audits[id]!)
        );
        expect(weighed.filter(({score}) => score === 1).length).toBeGreaterThan(20);
        const missed = weighed.filter(({score}) => score !== null && score < 1);
        expect(missed.map(({id}) => id)).toEqual(misses);
      } finally {
        browser.kill();
      }
    });
  }
}
