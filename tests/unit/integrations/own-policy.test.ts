import {createHash} from "node:crypto";
import {describe, expect, it} from "vitest";
import {ownPolicy} from "../../../integrations/own-policy.ts";

const hash = (code: string): string => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
const page = (sources: string, body: string): string =>
  `<meta http-equiv="content-security-policy" content="default-src 'none'; ${sources}"><body>${body}</body>`;

describe("ownPolicy(html)", () => {
  it("keeps the hashes of the page’s own scripts and styles, and 'self'", () => {
    const body = '<style>p{}</style><script>go()</script><script type="module" src="/a.js"></script>';
    const kept = `script-src 'self' ${hash("go()")}; style-src 'self' ${hash("p{}")}`;
    const given = `script-src 'self' ${hash("go()")} ${hash("stay()")}; style-src 'self' ${hash("p{}")} ${hash("")}`;
    expect(ownPolicy(page(given, body))).toBe(page(kept, body));
  });

  it("allows a script that Astro left out, once, and no data", () => {
    const body =
      '<script>go()</script><script type="application/ld+json">{}</script><script type="module">run()</script><script>go()</script>';
    expect(ownPolicy(page("script-src 'self'; style-src 'self'", body))).toBe(
      page(`script-src 'self' ${hash("go()")} ${hash("run()")}; style-src 'self'`, body)
    );
  });

  it("throws where there is no policy", () => {
    expect(() => ownPolicy("<p>Nothing</p>")).toThrow(/^no content policy/);
  });
});
