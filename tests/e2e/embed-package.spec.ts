import {execFile} from "node:child_process";
import {mkdir, mkdtemp, readFile, rm, symlink, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {promisify} from "node:util";
import {build} from "vite";
import {expect} from "@playwright/test";
import {embedFrames, expectFit, test as base} from "./embed-hosts.ts";
import {anyPath as tag} from "./fixtures.ts";

const run = promisify(execFile);

/** A project of somebody else’s that has the package from its tarball, and React. */
const test = base.extend<{project: string}>({
  // Playwright wants to see what a fixture needs.
  // eslint-disable-next-line no-empty-pattern
  project: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "embed-package-"));
    const {stdout} = await run("node", ["scripts/run.mjs", "pack-embed", "--to", folder]);
    const modules = join(folder, "node_modules");
    await mkdir(join(modules, "@types"), {recursive: true});
    await run("tar", ["-xzf", stdout.trim(), "-C", modules]);
    await run("mv", [join(modules, "package"), join(modules, "past-chinchilla-embed")]);
    for (const name of ["react", "react-dom", "scheduler", "csstype", "@types/react", "@types/react-dom"])
      await symlink(resolve("node_modules", name), join(modules, name));
    await use(folder);
    await rm(folder, {recursive: true});
  }
});

/** Bundles a project’s page as its author would. */
async function bundle(folder: string, entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    root: folder,
    logLevel: "error",
    define: {"process.env.NODE_ENV": '"development"'},
    build: {write: false, minify: false, lib: {entry: join(folder, entry), formats: ["es"], fileName: "page"}}
  });
  const [first] = Array.isArray(output) ? output : [];
  return first!.output[0].code.replaceAll("</script", "<\\/script");
}

const reactPage = (site: string): string => `
import {StrictMode, useState} from "react";
import {createRoot} from "react-dom/client";
import "past-chinchilla-embed";
import type {} from "past-chinchilla-embed/react";

function Page() {
  const [axis, setAxis] = useState("tokens");
  const [isThere, setThere] = useState(true);
  return (
    <>
      <button onClick={() => setAxis("gpu-hours")}>Hours</button>
      <button onClick={() => setThere((was) => !was)}>Toggle</button>
      {isThere && <past-chinchilla chart="loss" axis={axis} site="${site}" className="mine"><a href="#x">Loss</a></past-chinchilla>}
    </>
  );
}

createRoot(document.querySelector("#root")!).render(<StrictMode><Page /></StrictMode>);
`;

test(
  "the package shows charts in a page of React, in strict mode",
  {tag},
  async ({page, host, baseURL, project}) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await writeFile(join(project, "page.tsx"), reactPage(baseURL!));
    const code = await bundle(project, "page.tsx");
    await host.open("plain", `<div id="root"></div><script type="module">${code}</script>`);
    const shown = async (): Promise<string | null> => {
      const [frame] = await embedFrames(page, 1);
      await expectFit(frame!);
      return frame!.locator("figure").getAttribute("data-view");
    };
    await expect.poll(shown).toBe("tokens");
    await expect(page.locator("past-chinchilla")).toHaveClass("mine");
    await page.getByRole("button", {name: "Hours"}).click();
    await expect.poll(shown).toBe("gpu-hours");
    await page.getByRole("button", {name: "Toggle"}).click();
    await expect(page.locator("past-chinchilla")).toHaveCount(0);
    await page.getByRole("button", {name: "Toggle"}).click();
    await expect.poll(shown).toBe("gpu-hours");
    expect(errors).toEqual([]);
  }
);

test(
  "the package shows charts in a plain page, and says where a site is missing",
  {tag},
  async ({page, host, baseURL, project}) => {
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    await writeFile(join(project, "page.js"), 'import "past-chinchilla-embed";\n');
    const code = await bundle(project, "page.js");
    await host.open(
      "plain",
      `<past-chinchilla chart="gap" site="${baseURL!}"></past-chinchilla><past-chinchilla chart="loss">The chart</past-chinchilla><script type="module">${code}</script>`
    );
    const [frame] = await embedFrames(page, 1);
    await expectFit(frame!);
    await expect(page.getByText("The chart")).toBeVisible();
    expect(said).toEqual(['<past-chinchilla>: expected site="…"']);
  }
);

test(
  "the package has types, no dependency, and does nothing on a server",
  {tag},
  async ({baseURL, project}) => {
    await writeFile(join(project, "page.tsx"), reactPage(baseURL!));
    await writeFile(
      join(project, "plain.ts"),
      `import "past-chinchilla-embed";
import type {StateMessage} from "past-chinchilla-embed";
const made = document.createElement("past-chinchilla");
made.addEventListener("past-chinchilla:state", ({detail}) => {
  const {id, view, address}: StateMessage = detail;
  console.log(id, view, address);
});
`
    );
    await writeFile(
      join(project, "wrong.tsx"),
      `import type {} from "past-chinchilla-embed/react";
export const noChart = <past-chinchilla site="https://example.org" />;
export const noTheme = <past-chinchilla chart="loss" site="https://example.org" theme="pink" />;
`
    );
    const check = (...files: string[]): Promise<unknown> =>
      run(
        "node",
        [
          resolve("node_modules/typescript/bin/tsc"),
          ...[
            "--noEmit",
            "--strict",
            "--jsx",
            "react-jsx",
            "--module",
            "esnext",
            "--moduleResolution",
            "bundler"
          ],
          ...["--target", "es2022", "--lib", "es2022,dom,dom.iterable", "--pretty", "false"],
          ...files
        ],
        {cwd: project}
      );
    await check("page.tsx", "plain.ts");
    const failure = await check("wrong.tsx").then(
      () => "",
      (error: unknown) => (error as {stdout: string}).stdout
    );
    expect(failure).toMatch(/'chart' is missing/);
    expect(failure).toMatch(/"pink"' is not assignable/);
    expect(failure.match(/error TS/g)).toHaveLength(2);

    const own = JSON.parse(
      await readFile(join(project, "node_modules/past-chinchilla-embed/package.json"), "utf8")
    ) as Record<string, unknown>;
    expect(Object.keys(own).filter((key) => /dependencies/i.test(key))).toEqual([]);
    await run("node", ["--input-type=module", "-e", 'await import("past-chinchilla-embed")'], {cwd: project});
  }
);
