import {readFileSync} from "node:fs";
import {z} from "astro/zod";
import {describe, expect, it} from "vitest";
import {parse} from "yaml";
import manifest from "../../../package.json" with {type: "json"};

/** A package’s name, or the beginning of several before a star. */
const pattern = z.string().regex(/^[\w@/-]*\*?$/);

const group = z
  .object({
    patterns: z.array(pattern).min(1),
    "update-types": z.array(z.enum(["major", "minor", "patch"])).optional()
  })
  .strict();

const ignored = z.union([
  z.object({"dependency-name": z.string(), versions: z.array(z.string()).min(1)}).strict(),
  z
    .object({
      "dependency-name": z.string(),
      "update-types": z.tuple([z.literal("version-update:semver-major")])
    })
    .strict()
]);

/** Of what Dependabot allows, the keys that the project uses. */
const schema = z
  .object({
    version: z.literal(2),
    updates: z.array(
      z
        .object({
          "package-ecosystem": z.enum(["npm", "github-actions"]),
          directory: z.literal("/"),
          schedule: z.object({interval: z.enum(["weekly", "monthly"])}).strict(),
          "versioning-strategy": z.literal("increase").optional(),
          cooldown: z.object({"default-days": z.number().int().positive()}).strict().optional(),
          groups: z.record(z.string(), group),
          ignore: z.array(ignored).optional()
        })
        .strict()
    )
  })
  .strict();

const packages: Readonly<Record<string, string>> = {
  ...manifest.devDependencies,
  ...manifest.optionalDependencies
};

const matches = (name: string, wanted: string): boolean =>
  wanted.endsWith("*") ? name.startsWith(wanted.slice(0, -1)) : name === wanted;

describe("dependabot.yml", () => {
  const {updates} = schema.parse(parse(readFileSync(".github/dependabot.yml", "utf8")));
  const npm = updates.find((update) => update["package-ecosystem"] === "npm");

  it("asks for new versions of packages and of actions", () => {
    expect(updates.map((update) => update["package-ecosystem"])).toEqual(["npm", "github-actions"]);
  });

  it("puts every package into a group, and names none that isn’t there", () => {
    const patterns = Object.values(npm?.groups ?? {}).flatMap((each) => each.patterns);
    const names = Object.keys(packages);
    for (const each of patterns)
      expect(
        names.some((name) => matches(name, each)),
        each
      ).toBe(true);
    for (const name of names)
      expect(
        patterns.some((each) => matches(name, each)),
        name
      ).toBe(true);
  });

  it("keeps versions back of packages that are there, and not those they have", () => {
    expect(npm?.ignore?.length).toBeGreaterThan(0);
    for (const each of npm?.ignore ?? []) {
      const version = packages[each["dependency-name"]];
      expect(version, each["dependency-name"]).toBeDefined();
      if ("versions" in each) expect(each.versions).not.toContain(version);
    }
  });

  it("never takes the version of Astro whose packages can’t be installed", () => {
    expect(npm?.ignore).toContainEqual({"dependency-name": "astro", versions: ["7.3.5"]});
  });
});

describe("package.json", () => {
  it("has exact versions", () => {
    for (const [name, version] of Object.entries(packages))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
  });
});

describe("package-lock.json", () => {
  it("says what a package is, not which host it came from, whoever updates it", () => {
    expect(readFileSync("package-lock.json", "utf8")).not.toContain('"resolved"');
    expect(readFileSync(".npmrc", "utf8").split("\n")).toContain("omit-lockfile-registry-resolved=true");
  });
});
