import {describe, expect, it} from "vitest";
import type {LeadPass} from "../../../src/analysis/standings.ts";
import {
  passedClause,
  passingClause,
  passingLabel,
  passingPlace,
  passingText
} from "../../../src/marks/passing.ts";

const change: LeadPass = {
  key: "llama1-7B-13B:crossing-1",
  x: 16_712,
  y: 1.95,
  passing: "13B",
  passed: "7B",
  isBack: false,
  isAfterEnd: false
};

describe("a change of the lead", () => {
  it("is at two digits of compute", () => {
    expect(passingPlace(change, "en")).toBe("17k");
  });

  it("is a label of one line where there is room, else of two", () => {
    expect(passingLabel(change, "wide", "en")).toBe("13B passes 7B at 17k");
    expect(passingLabel(change, "narrow", "en")).toBe("13B passes 7B\nat 17k");
  });

  it("is an entry of a list, and a clause with its unit", () => {
    expect(passingText(change).en).toBe("13B passes 7B at about 17k");
    expect(passingClause(change, "gpu-hours").en).toBe("the 13B passes the 7B at about 17k GPU-hours");
  });

  it("is told of the past, and apart where the passed run had finished", () => {
    expect(passedClause(change).en).toBe("the 13B passed the 7B at about 17k");
    expect(passedClause({...change, isAfterEnd: true}).en).toBe(
      "the 13B went below the 7B, which had finished, at about 17k"
    );
  });
});
