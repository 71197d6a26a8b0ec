/** Where the text of a licence under which a repository is published stands, by its SPDX identifier. */
export const licenceAddresses = {
  MIT: "https://opensource.org/license/mit",
  "Apache-2.0": "https://www.apache.org/licenses/LICENSE-2.0"
} as const;

/** The licence of a dataset: facts out of a paper need none, a file out of a repository keeps that repository’s. */
export interface Licence {
  readonly id: "facts" | keyof typeof licenceAddresses;
  /** What must stay with the numbers, as the repository words it. */
  readonly notice?: string;
}
