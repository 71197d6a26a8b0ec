import {expect, test as base, type Frame, type Page} from "@playwright/test";
import {readFile} from "node:fs/promises";
import {createServer, type RequestListener} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import sirv from "sirv";

/** A page of another origin. */
export interface Host {
  /** Opens a page of another origin, with this code in it. */
  readonly open: (name: "plain" | "strict" | "scriptless", embeds: string) => Promise<void>;
  /** The address of a file of that origin. */
  readonly file: (name: string) => string;
}

/** What a program asks for that embeds a chart. */
export interface OEmbed {
  readonly title: string;
  readonly html: string;
  readonly height: number;
}

/** Another origin, at its address, which ends in a slash. */
export interface Origin {
  readonly url: string;
  readonly close: () => void;
}

/** Serves something at an origin of its own. */
export async function serveAt(listener: RequestListener): Promise<Origin> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    }
  };
}

/** Tests that embed charts in a page of another origin. */
export const test = base.extend<{
  host: Host;
  /** The code of an embed that is copied. */
  copied: (embed: string) => Promise<string>;
  /** The built site once more, on a host that sends no header for others. */
  bareSite: string;
}>({
  host: async ({page, baseURL}, use) => {
    let embeds = "";
    const origin = await serveAt((request, response) => {
      readFile(join(import.meta.dirname, "hosts", request.url!), "utf8").then(
        (text) => {
          response.setHeader("content-type", "text/html; charset=utf-8");
          response.end(
            text.replace("{{embeds}}", () => embeds).replace("{{origin}}", new URL(baseURL!).origin)
          );
        },
        () => response.writeHead(404).end()
      );
    });
    const file = (name: string): string => `${origin.url}${name}.html`;
    await use({
      file,
      open: async (name, code) => {
        embeds = code;
        await page.goto(file(name));
      }
    });
    origin.close();
  },
  // Playwright wants to see what a fixture needs.
  // eslint-disable-next-line no-empty-pattern
  bareSite: async ({}, use) => {
    const origin = await serveAt(sirv(process.env.SITE_FOLDER ?? "dist", {etag: true}));
    await use(origin.url);
    origin.close();
  },
  // The code that is copied, from where programs find it; a site is built for the address it will have.
  copied: async ({page, baseURL}, use) => {
    await use(async (embed) => {
      const answer = await page.request.get(`${baseURL!}embed/${embed}/oembed.json`);
      const {html} = (await answer.json()) as OEmbed;
      const site = /src="(.*?)embed\//.exec(html)![1]!;
      expect(new URL(site).pathname).toBe(new URL(baseURL!).pathname);
      return html.replaceAll(site, baseURL!);
    });
  }
});

/** A viewport that holds 20 embeds, in px: the browser lets frames rest that are out of sight. */
export const tall = 16_500;

/** The frames of embeds in a page, when each has its chart, its font and its script. */
export async function embedFrames(page: Page, count: number, folder = "/embed/"): Promise<Frame[]> {
  const frames = (): Frame[] => page.frames().filter((frame) => frame.url().includes(folder));
  await expect.poll(() => frames().length, {timeout: 60_000}).toBe(count);
  await Promise.all(
    frames().map(async (frame) => {
      await frame.locator("[data-chart][data-ready]").first().waitFor();
      await frame.evaluate(() => document.fonts.ready.then(() => undefined));
    })
  );
  return frames();
}

/** How a frame sits in its page: what it needs, what it has, and whether anything is cut off. */
export async function fit(
  frame: Frame
): Promise<{embed: string; spare: number; isScrolled: boolean; isCut: boolean}> {
  const inner = await frame.evaluate(() => {
    const root = document.documentElement;
    const main = document.querySelector("main")!.getBoundingClientRect();
    const texts = [...document.querySelectorAll("main svg text, main p, main button, main summary")];
    return {
      height: main.height,
      isScrolled: root.scrollHeight > root.clientHeight || root.clientWidth < innerWidth,
      isCut:
        root.scrollWidth > root.clientWidth ||
        texts.some((text) => {
          const {left, right, width} = text.getBoundingClientRect();
          return width > 2 && (left < -1 || right > innerWidth + 1);
        })
    };
  });
  const element = await frame.frameElement();
  const outer = await element.evaluate((frame) => (frame as HTMLElement).clientHeight);
  return {
    embed: new URL(frame.url()).pathname,
    spare: outer - inner.height,
    isScrolled: inner.isScrolled,
    isCut: inner.isCut
  };
}

/** Waits until a frame is as high as what is in it, to the pixel. */
export async function expectFit(frame: Frame): Promise<void> {
  await expect.poll(async () => Math.abs((await fit(frame)).spare - 0.5)).toBeLessThanOrEqual(0.5);
}
