import {createHash} from "node:crypto";

/** The source by which a content policy allows an inline script or style: the hash of its text, in quotes. */
export function inlineHash(code: string): string {
  return `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
}
