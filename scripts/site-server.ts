import {cp, mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {existsSync} from "node:fs";
import {createServer, type Server, type ServerResponse} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {brotliCompress} from "node:zlib";
import sirv from "sirv";

export interface ServeOptions {
  /** The built site. */
  readonly folder: string;
  /** The path the site was built for, e.g. `"/"` or `"/past-chinchilla"`. */
  readonly base: string;
  /** The port asked for, `0` for any; the next free one is taken where it is in use. */
  readonly port: number;
  /** Whether text is sent in Brotli at its highest level, compressed ahead. */
  readonly brotli?: boolean;
}

/** A site that is being served, at `url`, which ends in a slash. */
export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a built site as a static host does: under its base, with its own 404 page.
 *
 * @throws where there is no built site in the folder.
 */
export async function serve({folder, base, port, brotli = false}: ServeOptions): Promise<Served> {
  if (!existsSync(join(folder, "index.html")))
    throw new Error(`no built site: ${folder} (expected index.html there; run npm run build)`);
  const compressed = brotli ? await compressedCopy(folder) : undefined;
  const root = compressed ?? folder;
  const prefix = `/${base}/`.replace(/\/{2,}/g, "/");
  const notFound = await readFile(join(root, "404.html")).catch(() => "not found");
  // Other sites read data and pictures, and an embed in a sandbox is of no origin, not even the site’s: as `_headers` says
  // to hosts that read it.
  const setHeaders = (response: ServerResponse): void => {
    response.setHeader("access-control-allow-origin", "*");
  };
  const files = sirv(root, {etag: true, brotli, setHeaders});

  const server = createServer((request, response) => {
    const {pathname, search} = new URL(request.url ?? "/", "http://localhost");
    const redirect = (path: string): void => {
      response.writeHead(301, {location: path + search}).end();
    };
    const missing = (): void => {
      response.writeHead(404, {"content-type": "text/html; charset=utf-8"}).end(notFound);
    };
    const isRoot = (pathname === "/" && prefix !== "/") || `${pathname}/` === prefix;
    if (isRoot && pathname !== prefix) {
      redirect(prefix);
      return;
    }
    if (!pathname.startsWith(prefix)) {
      missing();
      return;
    }
    const path = pathname.slice(prefix.length - 1);
    // sirv would answer without the slash; a static host redirects, and relative links rely on it.
    if (!path.endsWith("/") && !path.includes("..") && existsSync(join(root, path, "index.html"))) {
      redirect(`${pathname}/`);
      return;
    }
    request.url = path + search;
    files(request, response, missing);
  });

  const taken = await listen(server, port);
  return {
    url: `http://localhost:${String(taken)}${prefix}`,
    close: async () => {
      server.closeAllConnections();
      await promisify(server.close.bind(server))();
      if (compressed) await rm(compressed, {recursive: true});
    }
  };
}

/** Listens on the port, or on the next one that is free. */
async function listen(server: Server, port: number): Promise<number> {
  for (let candidate = port; ; candidate++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(candidate, () => {
          server.off("error", reject);
          resolve();
        });
      });
      const address = server.address();
      return typeof address === "object" && address ? address.port : candidate;
    } catch (error) {
      const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!isTaken || candidate >= port + 100) throw error;
    }
  }
}

/** A temporary copy of a folder with a `.br` beside each file of text, which is what sirv looks for. */
async function compressedCopy(folder: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "past-chinchilla-"));
  await cp(folder, copy, {recursive: true});
  const names = await readdir(copy, {recursive: true});
  const texts = names.filter((name) => /\.(html|css|js|json|svg|csv|txt|xml)$/.test(name));
  await Promise.all(
    texts.map(async (name) => {
      const file = join(copy, name);
      await writeFile(`${file}.br`, await promisify(brotliCompress)(await readFile(file)));
    })
  );
  return copy;
}
