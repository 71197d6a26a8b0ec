/** The address of a file of the site under the base path, e.g. `asset("embed/loss/")` → `/base/embed/loss/`. */
export function asset(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, "")}/${path}`;
}

/** The same with the site’s scheme and host, for what is read elsewhere. */
export function absolute(path: string): string {
  return new URL(asset(path), import.meta.env.SITE).href;
}
