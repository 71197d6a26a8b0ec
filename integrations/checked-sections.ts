import type {AstroIntegration} from "astro";
import {withModules} from "./project-vite.ts";

/**
 * Stops a build before it begins where a section holds a word that names nothing or a number that differs from the
 * data, with all such places; in development a page that fails is an error page that says them.
 */
export function checkedSections(): AstroIntegration {
  return {
    name: "checked-sections",
    hooks: {
      "astro:config:setup": ({command, addMiddleware}) => {
        if (command === "dev")
          addMiddleware({entrypoint: new URL("./whole-pages.ts", import.meta.url), order: "pre"});
      },
      "astro:build:start": () =>
        withModules(async (load) => {
          const {checkSections} = await load("/src/article/section-faults.ts");
          const {sections} = await load("/src/article/section-files.ts");
          checkSections(sections);
        })
    }
  };
}
