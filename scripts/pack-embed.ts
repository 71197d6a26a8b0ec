import {execFile} from "node:child_process";
import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {parseArgs, promisify} from "node:util";
import {build} from "vite";

/** Packs the embed's element for npm: `npm run pack-embed -- --to folder`. Prints the file that is to be published. */
const {values} = parseArgs({options: {to: {type: "string", default: ".cache"}}});
const to = resolve(values.to);
const folder = await mkdtemp(join(tmpdir(), "past-chinchilla-embed-"));
await cp("packages/embed", folder, {recursive: true});
await cp("src/browser/embed/messages.ts", join(folder, "messages.d.ts"));
const types = join(folder, "index.d.ts");
const written = await readFile(types, "utf8");
await writeFile(types, written.replaceAll("../../src/browser/embed/messages.ts", "./messages.js"));
await cp("LICENSE", join(folder, "LICENSE"));

// One version for the article and what shows it.
const {version} = JSON.parse(await readFile("package.json", "utf8")) as {version: string};
const file = join(folder, "package.json");
const own = JSON.parse(await readFile(file, "utf8")) as object;
await writeFile(file, `${JSON.stringify({...own, version}, undefined, 2)}\n`);

await build({
  configFile: false,
  publicDir: false,
  logLevel: "error",
  build: {
    outDir: folder,
    emptyOutDir: false,
    target: "es2022",
    lib: {entry: "src/browser/embed/npm-entry.ts", formats: ["es"], fileName: "index"}
  }
});

await mkdir(to, {recursive: true});
const {stdout} = await promisify(execFile)("npm", ["pack", "--json", "--pack-destination", to], {
  cwd: folder
});
const [packed] = JSON.parse(stdout) as {filename: string}[];
console.log(join(to, packed!.filename));
await rm(folder, {recursive: true});
