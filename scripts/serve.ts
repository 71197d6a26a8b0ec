import {parseArgs} from "node:util";
import {serve} from "./site-server.ts";

// Serves the built site until it is stopped.
const {values} = parseArgs({
  options: {
    folder: {type: "string", default: "dist"},
    base: {type: "string", default: process.env.BASE_PATH ?? "/"},
    port: {type: "string", default: process.env.PORT ?? "4321"},
    brotli: {type: "boolean", default: false}
  }
});
try {
  const {url} = await serve({...values, port: Number(values.port)});
  console.log(`Serving ${values.folder} at ${url} (Ctrl+C stops it)`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
