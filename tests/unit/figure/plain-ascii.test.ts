import {describe, expect, it} from "vitest";
import {plainAscii} from "../../../src/figure/plain-ascii.ts";

describe("plainAscii(name)", () => {
  it.each([
    ["final losses, 57M–140M", "final losses, 57M-140M"],
    ["Epoch’s refit", "Epoch's refit"],
    ["short run, 1.25×", "short run, 1.25x"],
    ["Hägele et al.: 60M", "Hagele et al.: 60M"],
    ["9×10¹⁸ FLOPs", "9e18 FLOPs"],
    ["10⁻²¹ FLOPs", "1e-21 FLOPs"],
    ["“5–95 %” … ±2 ≤ 3", '"5-95 %" ... +-2 <= 3']
  ])("writes %s as %s", (name, plain) => {
    expect(plainAscii(name)).toBe(plain);
  });

  it("says where it can’t", () => {
    expect(plainAscii("損失")).toBeUndefined();
    expect(plainAscii("потери")).toBeUndefined();
  });
});
