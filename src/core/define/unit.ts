/** What is counted, in ones or in thousands, millions and so on. */
type Count = "tokens" | "parameters" | "sequences" | "steps" | "FLOPs" | "GPU-hours";

/**
 * What a column of numbers is measured in, as its files say it; `"1"` for a pure number or a share of 1.
 *
 * The list is closed, so that one thing has one name in all datasets: a new unit is a line here. Losses are in natural
 * units of information, never in bits.
 */
export type Unit = "1" | "percent" | "nat/token" | "W" | Count | `1e${3 | 6 | 9 | 12} ${Count}`;
