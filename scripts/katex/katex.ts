import {readFile, writeFile} from "node:fs/promises";
import {withModules} from "../../integrations/project-vite.ts";
import {katexCss} from "./katex-css.ts";

/**
 * Writes `src/styles/katex.css`: what the formulas of all laws, schedules and sections use of KaTeX's stylesheet. To
 * be run when a formula is added or changed; a test finds what is missing.
 */
await withModules(async (load) => {
  const {allFormulas} = await load("/src/article/formulas.ts");
  const {renderTex, texStyles} = await load("/src/article/tex.ts");
  const formulas = allFormulas();
  const html = formulas.map(({tex, display}) => renderTex(tex, {display})).join("\n");
  const styles = new Map(formulas.flatMap(({tex, display}) => [...texStyles(tex, {display})]));
  const source = await readFile("node_modules/katex/dist/katex.css", "utf8");
  await writeFile("src/styles/katex.css", `${katexCss(source, html, styles)}\n`);
});
