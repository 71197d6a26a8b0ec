import {spawn, spawnSync, type ChildProcess} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";

/** How a command of the copy ended, and all that it printed. */
export interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

/** A copy of the project in a folder of its own, to be changed and built. */
export class ProjectCopy {
  readonly folder = mkdtempSync(join(tmpdir(), "past-chinchilla-"));

  /** @param left paths of the project that it does without: what takes long and says nothing of the matter */
  constructor(left: readonly string[] = []) {
    const isLeft = /^(?:node_modules|\.git|\.cache|\.astro|dist|test-results)(?:\/|$)/;
    cpSync(".", this.folder, {recursive: true, filter: (source) => !isLeft.test(source)});
    for (const path of left) rmSync(join(this.folder, path), {recursive: true});
    mkdirSync(".cache", {recursive: true});
    for (const name of ["node_modules", ".cache"]) symlinkSync(resolve(name), join(this.folder, name));
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), "utf8");
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), {recursive: true});
    writeFileSync(join(this.folder, file), text);
  }

  /** Runs a command of the project's packages in the copy. */
  run(command: string, ...args: readonly string[]): Outcome {
    const {status, stdout, stderr} = spawnSync(join("node_modules/.bin", command), args, {
      cwd: this.folder,
      encoding: "utf8",
      env: environment("production")
    });
    return {status, output: stdout + stderr};
  }

  /** Starts a command of the project's packages in the copy, which goes on until it is killed. */
  start(command: string, ...args: readonly string[]): ChildProcess {
    return spawn(join("node_modules/.bin", command), args, {
      cwd: this.folder,
      env: environment("development"),
      stdio: ["ignore", "pipe", "pipe"]
    });
  }

  build(): Outcome {
    return this.run("astro", "build");
  }

  /** Builds the copy with one piece of a file replaced, and puts the file back. */
  buildWith(file: string, from: string, to: string): Outcome {
    const putBack = this.#replace(file, from, to);
    const outcome = this.build();
    putBack();
    return outcome;
  }

  /** What `use` makes of the copy with one piece of a file replaced; the file is put back. */
  async withReplaced<T>(file: string, from: string, to: string, use: () => Promise<T>): Promise<T> {
    const putBack = this.#replace(file, from, to);
    try {
      return await use();
    } finally {
      putBack();
    }
  }

  /** Returns what puts the file back. @throws where the file hasn't that piece. */
  #replace(file: string, from: string, to: string): () => void {
    const original = this.read(file);
    if (!original.includes(from)) throw new Error(`nothing to replace: ${from} (expected it in ${file})`);
    this.write(file, original.replace(from, to));
    return () => this.write(file, original);
  }

  remove(): void {
    rmSync(this.folder, {recursive: true});
  }
}

/** What Vitest sets for its own tests isn't so outside of them. */
function environment(mode: "production" | "development"): NodeJS.ProcessEnv {
  return {...process.env, ASTRO_TELEMETRY_DISABLED: "1", NODE_ENV: mode, VITEST: undefined};
}
