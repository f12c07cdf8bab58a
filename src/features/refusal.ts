/** What cannot be done, and why, in a sentence for a person. */
export interface Refusal {
  readonly refused: string;
}
