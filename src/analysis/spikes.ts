import llamaSpikes from "../data/llama-spikes.ts";
import type {Run} from "./runs.ts";

/** A single spike of a run's logged loss. */
export interface Spike {
  /** 1e9 tokens. */
  readonly tokens: number;
  /** Nats per token at its peak. */
  readonly loss: number;
  /** The peak leaves the published figure; its height is a lower bound. */
  readonly clipped: boolean;
}

/** The spikes of a run that its published figure shows. */
export function spikesOf({family, model}: Run): readonly Spike[] {
  return llamaSpikes.rows
    .filter((spike) => spike.family === family && spike.model === model)
    .map((spike) => ({tokens: spike.tokens, loss: spike.loss_peak, clipped: spike.clipped}));
}
