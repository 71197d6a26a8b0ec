import {describe, expect, it} from "vitest";
import {modelOf, models} from "../../../src/analysis/models.ts";

const ratioOf = (name: string): number => modelOf(name).tokensPerParameter;

describe("models", () => {
  it("holds 22 models with keys of their own, none the beginning of another with a dash", () => {
    const keys = models.map(({key}) => key);
    expect(keys).toHaveLength(22);
    expect(new Set(keys).size).toBe(22);
    for (const key of keys) expect(keys.filter((other) => other.startsWith(`${key}-`))).toEqual([]);
  });

  it("knows the families and size classes of LLaMA and Llama 2", () => {
    for (const family of ["LLaMA", "Llama 2"]) {
      const members = models.filter((model) => model.family === family);
      expect(members.map(({sizeClass}) => sizeClass)).toEqual([1, 2, 3, 4]);
    }
    expect(models.filter((model) => model.sizeClass !== undefined)).toHaveLength(8);
    expect(modelOf("Gopher").family).toBe("Gopher");
    expect(modelOf("Qwen2.5 7B").family).toBe("Qwen2.5");
  });

  it("six are in the Chinchilla paper’s Table 1", () => {
    expect(models.filter((model) => model.isInChinchillaPaper).map(({name}) => name)).toEqual([
      "GPT-3",
      "Jurassic-1",
      "Gopher",
      "MT-NLG",
      "LaMDA",
      "Chinchilla"
    ]);
  });

  it("modelOf throws where there is no such model", () => {
    expect(() => modelOf("PaLM")).toThrow(/^unknown model: PaLM \(one of GPT-3, /);
  });
});

describe("Gopher and Chinchilla", () => {
  const [gopher, chinchilla] = [modelOf("Gopher"), modelOf("Chinchilla")];

  it("280B on 300B tokens scores 60.0, 70B on 1.4T scores 67.6", () => {
    expect([gopher.parameters, gopher.tokens, gopher.mmlu]).toEqual([280e9, 300e9, 60]);
    expect([chinchilla.parameters, chinchilla.tokens, chinchilla.mmlu]).toEqual([70e9, 1400e9, 67.6]);
  });

  it("Chinchilla has a quarter of the parameters, 4.7 times the tokens, and spent 17 % more", () => {
    expect(gopher.parameters / chinchilla.parameters).toBe(4);
    expect(chinchilla.tokens / gopher.tokens).toBeCloseTo(4.7, 1);
    expect(chinchilla.flops / gopher.flops).toBeCloseTo(1.17, 2);
  });

  it("LLaMA’s 13B scores above GPT-3 with a quarter of its compute", () => {
    const [llama, gpt3] = [modelOf("LLaMA 13B"), modelOf("GPT-3")];
    expect(llama.mmlu! - gpt3.mmlu!).toBeCloseTo(3, 9);
    expect(llama.flops / gpt3.flops).toBeCloseTo(0.25, 2);
  });

  it("every LLaMA and Llama 2 saw a trillion tokens or more, every earlier model 300 billion or fewer", () => {
    for (const model of models) {
      if (model.sizeClass !== undefined) expect(model.tokens).toBeGreaterThanOrEqual(1e12);
      else if (model.isInChinchillaPaper && model !== chinchilla)
        expect(model.tokens).toBeLessThanOrEqual(300e9);
    }
  });
});

describe("tokensPerParameter", () => {
  it("Chinchilla’s is 20, GPT-3’s 1.7", () => {
    expect(ratioOf("Chinchilla")).toBe(20);
    expect(ratioOf("GPT-3")).toBeCloseTo(1.7, 1);
  });

  it("goes from 0.5 to 2727; above 1800 are Llama 3 8B, Qwen2.5 7B and TinyLlama", () => {
    const sorted = models.toSorted((a, b) => a.tokensPerParameter - b.tokensPerParameter);
    expect(sorted[0]!.name).toBe("MT-NLG");
    expect(sorted[0]!.tokensPerParameter).toBeCloseTo(0.51, 2);
    expect(sorted.at(-1)!.tokensPerParameter).toBeCloseTo(2727, 0);
    expect(sorted.filter(({tokensPerParameter}) => tokensPerParameter > 1800).map(({name}) => name)).toEqual([
      "Llama 3 8B",
      "Qwen2.5 7B",
      "TinyLlama 1.1B"
    ]);
    expect(ratioOf("Llama 3 8B")).toBe(1875);
    expect(ratioOf("Qwen 1.8B")).toBeCloseTo(1222, 0);
  });

  it("of models up to 8 billion parameters is at least seven times Chinchilla’s", () => {
    const small = models.filter(({parameters}) => parameters <= 8e9);
    expect(small).toHaveLength(7);
    const least = Math.min(...small.map(({tokensPerParameter}) => tokensPerParameter));
    expect(least).toBeCloseTo(149, 0);
    expect(least / ratioOf("Chinchilla")).toBeGreaterThan(7);
  });

  it("rises from LLaMA over Llama 2 to Llama 3, for the smallest size and the largest", () => {
    expect(["LLaMA 7B", "Llama 2 7B", "Llama 3 8B"].map((name) => Math.round(ratioOf(name)))).toEqual([
      149, 286, 1875
    ]);
    expect(["LLaMA 65B", "Llama 2 70B", "Llama 3 70B"].map((name) => Math.round(ratioOf(name)))).toEqual([
      21, 29, 214
    ]);
  });
});
