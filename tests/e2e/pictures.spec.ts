import {globSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {anyPath as tag, expect, test} from "./fixtures.ts";

const site = process.env.SITE_FOLDER ?? "dist";
const text = (path: string): string => readFileSync(join(site, path), "utf8");

/** Twelve states spread over all, as `"charts/<chart>/<state>"`. */
const some = (): string[] => {
  const all = globSync("charts/*/*.zip", {cwd: site}).sort();
  return Array.from({length: 12}, (_, n) => all[Math.floor(((n + 0.5) * all.length) / 12)]!.slice(0, -4));
};

test.describe("opened alone", () => {
  // A browser asks for an icon then, which a site below the root hasn’t where it looks.
  test.use({mayComplain: true});

  for (const theme of ["light", "dark"] as const) {
    test(`the SVG offered first is the ${theme} one where the system is ${theme}`, {tag}, async ({page}) => {
      await page.emulateMedia({colorScheme: theme});
      const shot = async (path: string): Promise<Buffer> => {
        const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(text(path))!;
        await page.setViewportSize({width: Number(width), height: Number(height)});
        await page.goto(path);
        return page.screenshot();
      };
      for (const state of some()) {
        const [either, one] = [await shot(`${state}.svg`), await shot(`${state}.${theme}.svg`)];
        expect(either.equals(one), state).toBe(true);
      }
    });
  }
});
