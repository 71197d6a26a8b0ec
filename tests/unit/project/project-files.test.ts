import {existsSync, globSync, readFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {z} from "astro/zod";
import {describe, expect, it} from "vitest";
import {parse} from "yaml";
import {faultsIn} from "../../../scripts/prose/prose-rules.ts";

const text = z.string().min(1);
const id = z.string().regex(/^[\w-]+$/);
const validations = z.object({required: z.boolean()}).strict().optional();
const labelled = {label: text, description: text.optional()};

/** An issue form, with what GitHub requires of it, and which of its other keys the project’s forms may use. */
const form = z
  .object({
    name: text,
    description: text,
    labels: z.array(text).optional(),
    body: z
      .array(
        z.discriminatedUnion("type", [
          z.object({type: z.literal("markdown"), attributes: z.object({value: text}).strict()}).strict(),
          z
            .object({
              type: z.enum(["input", "textarea"]),
              id,
              attributes: z.object(labelled).strict(),
              validations
            })
            .strict()
        ])
      )
      // GitHub refuses a form in which there is nothing to write.
      .refine((body) => body.some(({type}) => type !== "markdown"))
  })
  .strict();

const folder = ".github/ISSUE_TEMPLATE/";
const forms = globSync(`${folder}*`).map((file) => basename(file));
const formOf = (file: string): z.infer<typeof form> => form.parse(parse(readFileSync(folder + file, "utf8")));

describe("the issue forms", () => {
  it("are for a wrong number, a bug and an idea", () => {
    expect(forms.toSorted()).toEqual(["bug.yml", "idea.yml", "wrong-number.yml"]);
    expect(new Set(forms.map((file) => formOf(file).name)).size).toBe(forms.length);
  });

  describe.each(forms)("%s", (file) => {
    const {description, labels = [], body} = formOf(file);

    it("asks for something that can’t be left out, and for nothing twice", () => {
      const fields = body.flatMap((element) => (element.type === "markdown" ? [] : [element]));
      expect(fields.some((field) => field.validations?.required)).toBe(true);
      for (const values of [fields.map((field) => field.id), fields.map(({attributes}) => attributes.label)])
        expect(new Set(values).size).toBe(values.length);
    });

    it("uses labels that every repository has at first", () => {
      expect(["bug", "documentation", "enhancement", "question"]).toEqual(expect.arrayContaining(labels));
    });

    it("is plain English", async () => {
      const texts = [
        description,
        ...body.flatMap(({attributes}) => Object.values(attributes)).filter((each) => each !== undefined)
      ];
      for (const each of texts) expect(await faultsIn(each), each).toEqual([]);
    });
  });

  it("ask for the source of a wrong number", () => {
    const source = formOf("wrong-number.yml").body.find(
      (element) => element.type !== "markdown" && element.id === "source"
    );
    expect(source).toMatchObject({validations: {required: true}});
  });
});

describe("what a newcomer reads", () => {
  const pages = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md"];
  /** Where the links of a page go. */
  const linksOf = (page: string): string[] =>
    [...readFileSync(page, "utf8").matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link]) => link ?? []);

  it.each(pages)("%s links to files and sections that are there", (page) => {
    for (const link of linksOf(page).filter((each) => !each.startsWith("https://"))) {
      const [path = "", section] = link.split("#");
      const target = join(dirname(page), path);
      expect(existsSync(target), link).toBe(true);
      if (section === undefined) continue;
      const headings = [...readFileSync(target, "utf8").matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
        title
          .toLowerCase()
          .replace(/[^\w -]/g, "")
          .replaceAll(" ", "-")
      );
      expect(headings, link).toContain(section);
    }
  });

  it("is found from the README", () => {
    expect(linksOf("README.md")).toEqual(expect.arrayContaining(pages.slice(1)));
  });

  it("names the code of conduct by its version and its address", () => {
    const page = readFileSync("CODE_OF_CONDUCT.md", "utf8");
    expect(page).toContain("Contributor Covenant, version 2.1");
    expect(linksOf("CODE_OF_CONDUCT.md")).toContain(
      "https://www.contributor-covenant.org/version/2/1/code_of_conduct/"
    );
  });

  it("is of no repository’s, host’s or person’s address, none being known", () => {
    const files = [...globSync(".github/**/*.*"), "SECURITY.md", "CODE_OF_CONDUCT.md", "CONTRIBUTING.md"];
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) {
      const source = readFileSync(file, "utf8");
      expect(source, file).not.toMatch(/github\.(?:com|io)\//);
      expect(source, file).not.toMatch(/\S+@\S+\.(?:com|org|net|io)\b/);
    }
  });

  it("asks of a pull request what CONTRIBUTING asks for", () => {
    const template = readFileSync(".github/pull_request_template.md", "utf8");
    expect(template).toContain("`npm test`");
    for (const [, file = ""] of template.matchAll(/`(\w+\.md)`/g)) expect(existsSync(file), file).toBe(true);
  });
});
