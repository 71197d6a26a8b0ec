import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {chromiumAtHand, chromiumFlags, findChromium, type Machine} from "../../../src/core/node/chromium.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "browser-"));
});
afterEach(() => {
  rmSync(root, {recursive: true});
});

function executable(path: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, "");
  chmodSync(file, 0o755);
  return file;
}

/** A machine of two empty folders whose installers do what `installs` says; `ran` is what it was asked to do. */
function machine(
  given: Partial<Machine> & {installs?: Record<string, () => void>; broken?: readonly string[]} = {}
): {machine: Machine; ran: string[]} {
  const {installs = {}, broken = [], ...rest} = given;
  const ran: string[] = [];
  return {
    ran,
    machine: {
      env: {},
      folders: [join(root, "bin"), join(root, "usr/bin")],
      playwrightChromium: join(root, "playwright/chrome"),
      isRoot: false,
      run: (command, args) => {
        if (args[0] === "--version") return Promise.resolve(!broken.includes(command));
        const line = [command, ...args].join(" ");
        ran.push(line);
        installs[line]?.();
        return Promise.resolve(line in installs);
      },
      ...rest
    }
  };
}

const playwrightInstall = "npx playwright install chromium";

describe("findChromium", () => {
  it("takes CHROMIUM_PATH before all others", async () => {
    executable("bin/chromium");
    const named = executable("own/chrome");
    const {machine: here, ran} = machine({env: {CHROMIUM_PATH: named}});
    expect(await findChromium(here)).toBe(named);
    expect(ran).toEqual([]);
  });

  it("throws where CHROMIUM_PATH is no file, rather than taking another", async () => {
    executable("bin/chromium");
    const {machine: here} = machine({env: {CHROMIUM_PATH: "/nowhere/chrome"}});
    await expect(findChromium(here)).rejects.toThrow("CHROMIUM_PATH doesn't start: /nowhere/chrome");
  });

  it("takes an empty CHROMIUM_PATH as none", async () => {
    const file = executable("bin/chromium");
    expect(await findChromium(machine({env: {CHROMIUM_PATH: ""}}).machine)).toBe(file);
  });

  it.each(["chromium", "chromium-browser", "google-chrome"])("takes %s of the system", async (name) => {
    const file = executable(`usr/bin/${name}`);
    executable("playwright/chrome");
    const {machine: here, ran} = machine();
    expect(await findChromium(here)).toBe(file);
    expect(ran).toEqual([]);
  });

  it("prefers chromium to google-chrome, and the folder that comes first", async () => {
    executable("bin/google-chrome");
    executable("usr/bin/chromium");
    const first = executable("bin/chromium");
    expect(await findChromium(machine().machine)).toBe(first);
  });

  it("passes over a file that can't be executed and a stub that doesn't start", async () => {
    const plain = executable("bin/chromium");
    chmodSync(plain, 0o644);
    const stub = executable("bin/chromium-browser");
    const chrome = executable("usr/bin/google-chrome");
    expect(await findChromium(machine({broken: [stub]}).machine)).toBe(chrome);
  });

  it("takes Playwright's own where the system has none", async () => {
    const own = executable("playwright/chrome");
    const {machine: here, ran} = machine();
    expect(await findChromium(here)).toBe(own);
    expect(ran).toEqual([]);
  });

  it("lets Playwright install its own", async () => {
    const {machine: here, ran} = machine({
      isRoot: true,
      installs: {[playwrightInstall]: () => executable("playwright/chrome")}
    });
    expect(await findChromium(here)).toBe(join(root, "playwright/chrome"));
    expect(ran).toEqual([playwrightInstall]);
  });

  it("installs by apt as root where Playwright can't", async () => {
    const {machine: here, ran} = machine({
      isRoot: true,
      installs: {
        "apt-get update": () => undefined,
        "apt-get install -y chromium": () => executable("usr/bin/chromium")
      }
    });
    expect(await findChromium(here)).toBe(join(root, "usr/bin/chromium"));
    expect(ran).toEqual([playwrightInstall, "apt-get update", "apt-get install -y chromium"]);
  });

  it("never calls apt without being root", async () => {
    const {machine: here, ran} = machine();
    await expect(findChromium(here)).rejects.toThrow("no chromium");
    expect(ran).toEqual([playwrightInstall]);
  });

  it("says where it looked and what to do where nothing works", async () => {
    const {machine: here} = machine({isRoot: true});
    await expect(findChromium(here)).rejects.toThrow(
      `no chromium: none of chromium, chromium-browser, google-chrome, google-chrome-stable in ` +
        `${join(root, "bin")}, ${join(root, "usr/bin")}, none at ${join(root, "playwright/chrome")}, ` +
        `none could be installed (install one, or set CHROMIUM_PATH to its file)`
    );
  });
});

describe("chromiumAtHand", () => {
  it("finds what is there, and installs nothing where nothing is", async () => {
    const {machine: here, ran} = machine({isRoot: true});
    expect(await chromiumAtHand(here)).toBeUndefined();
    const file = executable("bin/chromium");
    expect(await chromiumAtHand(here)).toBe(file);
    expect(ran).toEqual([]);
  });

  it("throws where CHROMIUM_PATH names none", async () => {
    const {machine: here} = machine({env: {CHROMIUM_PATH: join(root, "nowhere")}});
    await expect(chromiumAtHand(here)).rejects.toThrow("CHROMIUM_PATH doesn't start");
  });
});

describe("chromiumFlags", () => {
  it("leaves the headless mode to Playwright", () => {
    expect(chromiumFlags.filter((flag) => flag.includes("headless"))).toEqual([]);
  });
});
