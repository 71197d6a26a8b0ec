/** The address of a file of the site under the base path, e.g. `asset("embed/loss/")` → `/base/embed/loss/`. */
export function asset(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, "")}/${path}`;
}
