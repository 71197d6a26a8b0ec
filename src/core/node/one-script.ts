import {build, type InlineConfig} from "vite";

/**
 * A classic script made of a module and of all that it imports, at once or later.
 *
 * @param entry file of the module
 * @throws where it can't be one file
 */
export async function oneScript(entry: string, config: Omit<InlineConfig, "build"> = {}): Promise<string> {
  const output = await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    ...config,
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      lib: {entry, formats: ["iife"], name: "pastChinchilla", fileName: "script"}
    }
  });
  const [bundle] = Array.isArray(output) ? output : [];
  if (bundle?.output.length !== 1)
    throw new Error(`not one file: ${entry} (expected a script without parts)`);
  return bundle.output[0].code;
}
