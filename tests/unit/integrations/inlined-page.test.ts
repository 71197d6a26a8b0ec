import {createHash} from "node:crypto";
import {describe, expect, test} from "vitest";
import {inlinePage, type InlinedParts} from "../../../integrations/inlined-page.ts";

const files: Record<string, string> = {
  "_astro/a.css": "p{src:url(/below/_astro/fonts/f.woff2)}",
  "_astro/fonts/f.woff2": "font",
  "favicon.svg": "<svg/>",
  "drawings/loss/tokens.json": '{"html":"</script><!-- $& -->"}'
};
const parts: InlinedParts = {
  base: "/below/",
  folder: "",
  site: "https://example.org/below/",
  read: (path) => Buffer.from(files[path]!),
  script: 'draw("</script>$&")',
  carried: ["drawings/loss/tokens.json"]
};
const head = `<meta http-equiv="content-security-policy" content="connect-src 'self'"><link rel="icon" href="/below/favicon.svg"><link rel="preload" href="/below/_astro/fonts/f.woff2" as="font"><link rel="stylesheet" href="/below/_astro/a.css">`;
const html = `<html><head>${head}<script>theme()</script></head><body><a href="/below/charts/">Charts</a><a href="/below/#cite">Cite</a><a href="https://arxiv.org/">x</a><figure data-charts="/below/charts/loss/" data-picture="/below/charts/loss/tokens.png"></figure><script type="module" src="/below/_astro/a.js"></script></body></html>`;

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("inlinePage", () => {
  const page = inlinePage(html, parts);

  test("has styles, fonts and icon inside, and no module", () => {
    expect(page).toContain(`<style>p{src:url("data:font/woff2;base64,${btoa("font")}")}</style>`);
    expect(page).toContain(`<link rel="icon" href="data:image/svg+xml;base64,${btoa("<svg/>")}">`);
    expect(page).not.toMatch(/_astro|preload|type="module"/);
  });

  test("links to the site’s address, and into itself", () => {
    expect(page).toContain('<a href="https://example.org/below/charts/">');
    expect(page).toContain('<a href="#cite">');
    expect(page).toContain('<a href="https://arxiv.org/">');
    expect(page).toContain(
      '<figure data-charts="https://example.org/below/charts/loss/" data-picture="https://example.org/below/charts/loss/tokens.png">'
    );
  });

  test("carries files by their addresses, whatever is in them", () => {
    const [, block] = /<script type="application\/json" id="carried-files">([^]*?)<\/script>/.exec(page)!;
    expect(JSON.parse(block!)).toEqual({
      "/below/drawings/loss/tokens.json": files["drawings/loss/tokens.json"]
    });
    expect(page).toContain('<script>draw("\\x3c/script>$&")</script></body>');
  });

  test("allows what is inside by its hash, and nothing from elsewhere", () => {
    const [, policy] = /content-security-policy" content="([^"]*)"/.exec(page)!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(hash("theme()"));
    expect(policy).toContain(hash('draw("\\x3c/script>$&")'));
    expect(policy).toContain(hash(`p{src:url("data:font/woff2;base64,${btoa("font")}")}`));
    expect(policy).not.toMatch(/'self'|connect-src|unsafe|https?:/);
  });

  test("refuses what would still be asked for", () => {
    expect(() => inlinePage(html.replace("<body>", '<body><img src="/below/a.png">'), parts)).toThrow(
      "not in one file"
    );
    expect(() => inlinePage(html.replace("favicon.svg", "favicon.ico"), parts)).toThrow(
      "unknown kind of file: favicon.ico"
    );
  });
});
