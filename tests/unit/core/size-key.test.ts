import {expect, it} from "vitest";
import {sizeKey} from "../../../src/core/math/size-key.ts";

it.each([
  [73_824_672, "73.8M"],
  [425e6, "425M"],
  [999.6e6, "1B"],
  [6.8e9, "6.8B"],
  // In binary 7.475 is a little less.
  [7.475e9, "7.48B"],
  [1e12, "1T"]
])("sizeKey(%d) is %s", (parameters, key) => expect(sizeKey(parameters)).toBe(key));
