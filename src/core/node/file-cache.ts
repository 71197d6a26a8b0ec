import {createHash, randomUUID} from "node:crypto";
import {mkdir, readFile, rename, writeFile} from "node:fs/promises";
import {dirname, resolve} from "node:path";

/** SHA-256 of bytes, in hex. */
export function sha256(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A name for what follows from all these parts: 32 hex digits. */
export function cacheKey(...parts: readonly (string | Uint8Array)[]): string {
  return sha256(parts.map(sha256).join()).slice(0, 32);
}

/** Where the file of a key is kept: below `.cache`, or the folder that `CACHE_FOLDER` names. */
export function cachedFile(folder: string, key: string): string {
  return resolve(process.env.CACHE_FOLDER ?? ".cache", folder, key);
}

/**
 * The bytes that follow from `key`, made once and kept, so that the next build has them.
 *
 * @param key all that the bytes depend on
 * @param folder folder below the cache’s
 */
export async function cached(
  folder: string,
  key: string,
  make: () => Promise<Uint8Array>
): Promise<Uint8Array> {
  const path = cachedFile(folder, key);
  const known = await readFile(path).catch(() => undefined);
  if (known) return known;
  const bytes = await make();
  await mkdir(dirname(path), {recursive: true});
  // Whole or not at all: another build may read it at the same time.
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, bytes);
  await rename(draft, path);
  return bytes;
}
