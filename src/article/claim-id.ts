/** The anchor of a claim from its first six words, e.g. `"claim-larger-models-yield-worse-results"`. */
export function claimId(says: string): string {
  const words = says.toLowerCase().match(/[\p{L}\p{N}.’]+/gu) ?? [];
  return ["claim", ...words.slice(0, 6).map((word) => word.replace(/[.’]/g, ""))].filter(Boolean).join("-");
}
