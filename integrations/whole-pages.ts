import type {MiddlewareHandler} from "astro";
import {checkSections} from "../src/article/section-faults.ts";
import {sections} from "../src/article/section-files.ts";

/**
 * Sends a page in development once all of it is written. Sent as it is written, a page whose component throws is half
 * an article with status 200.
 *
 * @throws what the component throws, or, where sections are wrong, all that is wrong in them
 */
export const onRequest: MiddlewareHandler = async (_, next) => {
  try {
    const response = await next();
    return new Response(await response.arrayBuffer(), response);
  } catch (error) {
    checkSections(sections);
    throw error;
  }
};
