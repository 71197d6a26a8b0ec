import {familyNames} from "../analysis/families.ts";

/** Which family of runs is drawn. */
export const familyInput = {
  type: "choice",
  options: ["llama1", "llama2"],
  default: "llama1",
  label: {en: "Family"},
  names: familyNames
} as const;

/** What runs have had the same amount of where they are compared. */
export const computeInput = {
  type: "choice",
  options: ["gpu-hours", "flops"],
  default: "gpu-hours",
  label: {en: "At equal"},
  names: {"gpu-hours": {en: "GPU-hours"}, flops: {en: "FLOPs"}}
} as const;

/** The scale of the x-axis. */
export const scaleInput = {
  type: "choice",
  options: ["log", "linear"],
  default: "log",
  label: {en: "Scale"},
  names: {log: {en: "logarithmic"}, linear: {en: "linear"}}
} as const;

/** Which of the models is drawn that were trained under many schedules. */
export const modelInput = {
  type: "choice",
  options: ["25M", "100M", "400M"],
  default: "100M",
  label: {en: "Model"},
  names: {"25M": {en: "25M"}, "100M": {en: "100M"}, "400M": {en: "400M"}}
} as const;
