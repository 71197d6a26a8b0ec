import type {APIRoute} from "astro";
import {localeOf, oncePerLanguage} from "../../../core/i18n/routes.ts";
import {listFiles} from "../../../export/files.ts";

export const getStaticPaths = oncePerLanguage;

/** Every file of every figure with its bytes and SHA-256, by its path below `/charts/`. */
export const GET: APIRoute = async (context) => Response.json({files: await listFiles(localeOf(context))});
