/** Request code in a language. */
export interface SampleModel {
  /** Stable id: `shell`, `python`, `javascript`, `go`. */
  readonly id: string;
  /** `curl`, `Python`. */
  readonly label: string;
  /** Highlighting language. */
  readonly language: string;
  readonly code: string;
}
