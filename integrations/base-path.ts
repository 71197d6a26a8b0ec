import type {AstroConfig} from "astro";

/** Path of the site on its host, with a slash at both ends, however it was given. */
export function basePath({base}: AstroConfig): string {
  return `/${base}/`.replace(/\/{2,}/g, "/");
}
