import {chromium} from "@playwright/test";
import {spawn} from "node:child_process";
import {accessSync, constants} from "node:fs";
import {delimiter, join} from "node:path";

/** How Chromium is started for tests and measurements: in containers, without a GPU, quiet on the network. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
];

/** What `findChromium` asks of the machine it runs on. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folders searched for a system Chromium, in order. */
  readonly folders: readonly string[];
  /** Where Playwright keeps its own Chromium, whether or not it is there. */
  readonly playwrightChromium: string;
  readonly isRoot: boolean;
  /** Runs a command to its end; tells whether it succeeded. */
  readonly run: (command: string, args: readonly string[]) => Promise<boolean>;
}

const systemNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The path of the Chromium to drive: `CHROMIUM_PATH`, else a system Chromium, else Playwright's own, else one
 * that is installed now, by Playwright or, as root, by apt.
 *
 * @throws where `CHROMIUM_PATH` names no Chromium that starts, and where none of the ways leads to one.
 */
export async function findChromium(machine: Machine = thisMachine()): Promise<string> {
  const {playwrightChromium, run} = machine;
  const found = await chromiumAtHand(machine);
  if (found) return found;

  await run("npx", ["playwright", "install", "chromium"]);
  if (await starts(playwrightChromium, machine)) return playwrightChromium;

  if (machine.isRoot && (await run("apt-get", ["update"]))) {
    await run("apt-get", ["install", "-y", "chromium"]);
    const installed = await systemChromium(machine);
    if (installed) return installed;
  }
  throw new Error(
    `no chromium: none of ${systemNames.join(", ")} in ${machine.folders.join(", ")}, none at ` +
      `${playwrightChromium}, none could be installed (install one, or set CHROMIUM_PATH to its file)`
  );
}

/**
 * The same of those that are there already; nothing is installed.
 *
 * @throws where `CHROMIUM_PATH` names no Chromium that starts.
 */
export async function chromiumAtHand(machine: Machine = thisMachine()): Promise<string | undefined> {
  const named = machine.env.CHROMIUM_PATH;
  if (!named) return (await systemChromium(machine)) ?? startable(machine.playwrightChromium, machine);
  if (await starts(named, machine)) return named;
  throw new Error(`CHROMIUM_PATH doesn't start: ${named} (expected the file of a Chromium)`);
}

async function systemChromium(machine: Machine): Promise<string | undefined> {
  for (const name of systemNames) {
    for (const folder of machine.folders) {
      const file = await startable(join(folder, name), machine);
      if (file) return file;
    }
  }
  return undefined;
}

async function startable(file: string, machine: Machine): Promise<string | undefined> {
  return (await starts(file, machine)) ? file : undefined;
}

/** Being there isn't enough: Ubuntu's `chromium-browser` may be a stub, Playwright's own may lack libraries. */
async function starts(file: string, {run}: Machine): Promise<boolean> {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    return false;
  }
  return run(file, ["--version"]);
}

function thisMachine(): Machine {
  return {
    env: process.env,
    folders: [...new Set([...(process.env.PATH ?? "").split(delimiter).filter(Boolean), "/usr/bin"])],
    playwrightChromium: chromium.executablePath(),
    isRoot: process.getuid?.() === 0,
    run: (command, args) =>
      new Promise((resolve) => {
        const isQuestion = args[0] === "--version";
        const child = spawn(command, args, {
          // Reports go to stderr: stdout belongs to whoever asked for the browser.
          stdio: isQuestion ? "ignore" : ["ignore", process.stderr, process.stderr],
          timeout: isQuestion ? 20_000 : 300_000,
          env: {...process.env, DEBIAN_FRONTEND: "noninteractive"}
        });
        child.on("error", () => {
          resolve(false);
        });
        child.on("close", (code) => {
          resolve(code === 0);
        });
      })
  };
}
