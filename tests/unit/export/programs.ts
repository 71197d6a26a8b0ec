import {spawnSync} from "node:child_process";
import {expect} from "vitest";

/** Debian's own, or another that has pandas. */
export const python = process.env.PYTHON ?? "python3";

/** Whether a program is installed. */
export function isThere(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, {encoding: "utf8"}).status === 0;
}

/** What a program prints; it must not fail. */
export function output(command: string, args: readonly string[], input = ""): string {
  const {status, stdout, stderr} = spawnSync(command, args, {input, encoding: "utf8", maxBuffer: 1e8});
  expect(status, stderr).toBe(0);
  return stdout;
}
