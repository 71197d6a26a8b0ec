import {readFile, writeFile} from "node:fs/promises";
import {createServer} from "vite";
import {katexCss} from "./katex-css.ts";
import {csv} from "../../integrations/csv-imports.ts";

/** A formula as the article shows it. */
interface Formula {
  readonly tex: string;
  readonly display: boolean;
}

/**
 * Writes `src/styles/katex.css`: what the formulas of all laws, schedules and sections use of KaTeX's stylesheet. To
 * be run when a formula is added or changed; a test finds what is missing.
 */
async function writeStylesheet(): Promise<void> {
  const vite = await createServer({
    configFile: false,
    appType: "custom",
    logLevel: "error",
    plugins: [csv()],
    server: {middlewareMode: true, ws: false}
  });
  try {
    const {allFormulas} = (await vite.ssrLoadModule("/src/article/formulas.ts")) as {
      allFormulas: () => readonly Formula[];
    };
    const {renderTex, texStyles} = (await vite.ssrLoadModule(
      "/src/article/tex.ts"
    )) as typeof import("../../src/article/tex.ts");
    const formulas = allFormulas();
    const html = formulas.map(({tex, display}) => renderTex(tex, {display})).join("\n");
    const styles = new Map(formulas.flatMap(({tex, display}) => [...texStyles(tex, {display})]));
    const source = await readFile("node_modules/katex/dist/katex.css", "utf8");
    await writeFile("src/styles/katex.css", `${katexCss(source, html, styles)}\n`);
  } finally {
    await vite.close();
  }
}

await writeStylesheet();
