import type {AstroIntegration} from "astro";
import {chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {pdf} from "../../../integrations/pdf.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "pdf-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, {recursive: true});
});

/** Runs the hooks of a build, as far as they may go without pages; gives what it defined and what it said. */
async function run(
  {hooks}: AstroIntegration,
  command: "build" | "dev"
): Promise<{hasPdf: unknown; said: string[]}> {
  const said: string[] = [];
  const logger = {warn: (text: string) => said.push(text), info: (text: string) => said.push(text)};
  let hasPdf: unknown;
  const updateConfig = ({vite}: {vite: {define: Record<string, string>}}): void => {
    hasPdf = JSON.parse(vite.define["import.meta.env.HAS_PDF"]!);
  };
  await hooks["astro:config:setup"]!({command, updateConfig, logger} as never);
  await hooks["astro:config:done"]!({config: {base: "/", site: "https://example.org"}} as never);
  await hooks["astro:build:done"]!({dir: pathToFileURL(`${root}/`), logger} as never);
  return {hasPdf, said};
}

test("a Chromium that says its version but can't start prints nothing, and the build says so in a line", async () => {
  const stub = join(root, "chromium");
  writeFileSync(stub, '#!/bin/sh\n[ "$1" = --version ]\n');
  chmodSync(stub, 0o755);
  vi.stubEnv("CHROMIUM_PATH", stub);
  const {hasPdf, said} = await run(pdf(), "build");
  expect(hasPdf).toBe(false);
  expect(said).toEqual([
    "past-chinchilla.pdf is left out: no Chromium at hand to print it (CHROMIUM_PATH names one)"
  ]);
  expect(readdirSync(root)).toEqual(["chromium"]);
});

test("in development no browser is looked for", async () => {
  vi.stubEnv("CHROMIUM_PATH", join(root, "nowhere"));
  expect(await run(pdf(), "dev")).toEqual({hasPdf: false, said: []});
});
