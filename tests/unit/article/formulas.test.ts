import {describe, expect, it} from "vitest";
import {allFormulas, formulasIn, publishedFormula} from "../../../src/article/formulas.ts";
import {laws, schedules} from "../../../src/registry.ts";

describe("formulasIn(mdx)", () => {
  it("has the formulas in sentences, notes and steps, and on lines of their own, in the order of the text", () => {
    const mdx = String.raw`With $k = 1$<Note>So $a_b$.</Note> and ${"`$no$`"}, for \$5.

$$
\eta < 1
$$

<Scrolly id="a" chart="loss">
<Step state="tokens">
Here $D$.

</Step>
</Scrolly>`;
    expect(formulasIn(mdx)).toEqual([
      {tex: "k = 1", display: false},
      {tex: "a_b", display: false},
      {tex: String.raw`\eta < 1`, display: true},
      {tex: "D", display: false}
    ]);
  });
});

describe("allFormulas()", () => {
  it("has those of all laws, schedules and sections", () => {
    const all = allFormulas().map(({tex}) => tex);
    for (const {tex} of [...laws.values(), ...schedules.values()]) expect(all).toContain(tex);
    expect(all).toContain("k = 1");
  });
});

describe("publishedFormula(law, schedule)", () => {
  it("is the formula of the one that is named", () => {
    expect(publishedFormula("chinchilla", undefined)).toBe(laws.get("chinchilla")?.tex);
    expect(publishedFormula(undefined, "cosine")).toBe(schedules.get("cosine")?.tex);
  });

  it.each([
    ["chinchila", undefined, /^unknown law: chinchila \(one of chinchilla, /],
    [undefined, "sine", /^unknown schedule: sine \(one of constant, /],
    [undefined, undefined, /^bad formula: law none, schedule none \(expected one of the two\)$/],
    ["chinchilla", "cosine", /^bad formula: law chinchilla, schedule cosine \(expected one of the two\)$/]
  ])("throws for law %s and schedule %s", (law, schedule, message) => {
    expect(() => publishedFormula(law, schedule)).toThrow(message);
  });
});
