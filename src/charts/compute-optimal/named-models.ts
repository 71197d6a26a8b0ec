import type {Count} from "../../marks/axes.ts";
import type {ModelNaming} from "../../marks/model-dots.ts";

const qwen = {name: "Qwen 1.8B", text: "Qwen"} as const;
const jurassic = {name: "GPT-3", text: "GPT-3, Jurassic-1"} as const;

/** Models that are named, a family by one of its models, each on the side that other marks leave free. */
export const namedModels: Readonly<Record<Count, readonly ModelNaming[]>> = {
  parameters: [
    {name: "TinyLlama 1.1B", text: "TinyLlama", side: {anchor: "start"}},
    {...qwen, side: {anchor: "start"}},
    {name: "LLaMA 7B", text: "LLaMA", side: {anchor: "end"}, isInNarrow: true},
    {name: "LaMDA", text: "LaMDA", side: {anchor: "end"}},
    {...jurassic, side: {anchor: "start"}},
    {name: "Gopher", text: "Gopher", side: {anchor: "start"}, isInNarrow: true},
    {name: "Chinchilla", text: "Chinchilla", side: {anchor: "end", dy: -6}, isInNarrow: true},
    {name: "MT-NLG", text: "MT-NLG", side: {anchor: "start"}},
    {name: "Llama 2 34B", text: "Llama 2", side: {anchor: "start", dy: 7}, isInNarrow: true},
    {name: "Llama 3 8B", text: "Llama 3", side: {anchor: "start", dx: 12, dy: 8}, isInNarrow: true},
    {name: "Qwen2.5 72B", text: "Qwen2.5", side: {anchor: "start"}}
  ],
  tokens: [
    {name: "TinyLlama 1.1B", text: "TinyLlama", side: {anchor: "start"}},
    {...qwen, side: {anchor: "end"}},
    {name: "LLaMA 7B", text: "LLaMA", side: {anchor: "middle", dy: 15}, isInNarrow: true},
    {name: "LaMDA", text: "LaMDA", side: {anchor: "end"}},
    {...jurassic, side: {anchor: "end"}},
    {name: "Gopher", text: "Gopher", side: {anchor: "middle", dy: -14}, isInNarrow: true},
    {name: "Chinchilla", text: "Chinchilla", side: {anchor: "start", dx: 7, dy: 11}, isInNarrow: true},
    {name: "MT-NLG", text: "MT-NLG", side: {anchor: "start"}},
    {name: "Llama 2 7B", text: "Llama 2", side: {anchor: "end"}},
    {name: "Llama 3 8B", text: "Llama 3", side: {anchor: "end", dy: 7}, isInNarrow: true},
    {name: "Qwen2.5 7B", text: "Qwen2.5", side: {anchor: "end", dy: -6}}
  ]
};
