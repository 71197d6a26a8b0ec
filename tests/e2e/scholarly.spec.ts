import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parseHTML} from "linkedom";
import {expect, test} from "./fixtures.ts";

const folder = process.env.SITE_FOLDER ?? "dist";
const base = `/${process.env.BASE_PATH ?? ""}/`.replace(/\/{2,}/g, "/");

/** The file of the built site behind an address of it, without its query and fragment. */
function fileOf(address: string): string {
  expect(address.startsWith(base), `${address} is below ${base}`).toBe(true);
  return address.slice(base.length).replace(/(^|\/)$/, "$1index.html");
}

test("every link, anchor and id of the built site leads somewhere", () => {
  const pages = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((file) =>
    file.endsWith(".html")
  );
  expect(pages.length).toBeGreaterThanOrEqual(20);
  const documents = new Map(
    pages.map((file) => [file, parseHTML(readFileSync(join(folder, file), "utf8")).document])
  );
  const ids = new Map(
    [...documents].map(([file, document]) => [
      file,
      [...document.querySelectorAll("[id]")].map((element) => element.id)
    ])
  );
  const broken: string[] = [];
  let count = 0;
  for (const [file, document] of documents) {
    const own = ids.get(file)!;
    const twice = own.filter((id, index) => own.indexOf(id) !== index);
    broken.push(...twice.map((id) => `${file}: #${id} twice`));
    for (const element of document.querySelectorAll("[href], [src]")) {
      const link = element.getAttribute("href") ?? element.getAttribute("src")!;
      if (/^[a-z]+:/.test(link) && !link.startsWith("http://localhost")) continue;
      count += 1;
      const {pathname, hash} = new URL(link, `http://localhost${base}${file.replace(/index\.html$/, "")}`);
      const target = fileOf(pathname);
      if (!existsSync(join(folder, target))) broken.push(`${file}: ${link}`);
      if (hash && !ids.get(target)?.includes(decodeURIComponent(hash.slice(1))))
        broken.push(`${file}: ${link}`);
    }
    for (const name of ["aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "for"])
      for (const element of document.querySelectorAll(`[${name}]`))
        for (const id of element.getAttribute(name)!.split(" "))
          if (!own.includes(id)) broken.push(`${file}: ${name}=${id}`);
  }
  expect(count).toBeGreaterThan(100);
  expect(broken).toEqual([]);
});

test("a reference leads to its work, and back to each place that cites it", async ({page}) => {
  await page.goto("./");
  const citations = page.locator("a.cite");
  expect(await citations.count()).toBeGreaterThanOrEqual(8);
  const back = await page
    .locator(".references .mentions a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const anchors = await citations.evaluateAll((links) => links.map((link) => `#${link.id}`));
  expect(back.toSorted()).toEqual(anchors.toSorted());
  for (const work of await page.locator(".references li").all()) {
    await expect(work).toHaveAttribute("id", /^ref-[a-z]+\d{4}/);
    await expect(work.locator(".reference a")).toHaveAttribute("href", /^https:\/\//);
  }
});
