import type {APIRoute} from "astro";
import {listFiles} from "../../export/files.ts";

/** Every file of every figure with its bytes and SHA-256, by its path below `/charts/`. */
export const GET: APIRoute = async () => Response.json({files: await listFiles("en")});
