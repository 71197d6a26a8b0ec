import {spawn} from "node:child_process";
import {availableParallelism} from "node:os";
import {join} from "node:path";
import {Worker} from "node:worker_threads";

/*
 * Runs tests beside a busy loop on every core, to find those that wait for time to pass instead of for what they are
 * about. `npm run under-load -- <arguments of Playwright>` runs the tests they choose, each 50 times; without
 * arguments it is the whole of `npm test`, once.
 */

const args = process.argv.slice(2);
const isRepeated = args.some((arg) => arg.startsWith("--repeat-each"));
const command =
  args.length === 0
    ? ["node", "scripts/run.mjs", "test"]
    : ["playwright", "test", ...args, ...(isRepeated ? [] : ["--repeat-each=50"])];

for (let core = 0; core < availableParallelism(); ++core) new Worker("for (;;);", {eval: true});

const [name, ...rest] = command;
const child = spawn(join("node_modules/.bin", name!), rest, {stdio: "inherit"});
child.on("error", (error) => {
  console.error(`can't be run: ${command.join(" ")} (${error.message})`);
  process.exit(1);
});
// The busy loops never end by themselves.
child.on("close", (code) => process.exit(code ?? 1));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
