import {chromium} from "@playwright/test";
import {chromiumFlags, findChromium} from "../src/core/node/chromium.ts";
import {serve} from "./site-server.ts";

/** Takes the README's picture of the built site: one chart of the article, as readers see it. */
const site = await serve({folder: "dist", base: process.env.BASE_PATH ?? "/", port: 0});
const browser = await chromium.launch({executablePath: await findChromium(), args: chromiumFlags});
const page = await browser.newPage({viewport: {width: 780, height: 900}, deviceScaleFactor: 1.5});
await page.goto(`${site.url}embed/loss/gpu-hours-7b-13b/`, {waitUntil: "networkidle"});
await page.locator("figure .chart-stage").screenshot({path: "docs/picture.png"});
await browser.close();
await site.close();
