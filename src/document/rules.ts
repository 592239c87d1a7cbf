import type { Severity } from '../problems/problem.ts';

/** What loading a document can report. */
export interface LoadRule {
  readonly id: string;
  readonly severity: Severity;
  /** What it finds; a noun phrase. */
  readonly about: string;
}

/** The rules of loading: errors end it. */
export const LOAD_RULES: readonly LoadRule[] = [
  {
    id: 'document-not-found',
    severity: 'error',
    about: 'a document or overlay that cannot be read',
  },
  { id: 'syntax', severity: 'error', about: 'text that is not valid YAML or JSON' },
  { id: 'duplicate-key', severity: 'error', about: 'a key that occurs twice in an object' },
  {
    id: 'yaml-aliases',
    severity: 'error',
    about: 'YAML aliases that expand to an excessive size',
  },
  {
    id: 'infinite-number',
    severity: 'warning',
    about: 'an infinity or NaN in YAML, which is not a JSON number',
  },
  {
    id: 'unquoted-string',
    severity: 'warning',
    about: 'an unquoted string that YAML reads as a number or boolean',
  },
  {
    id: 'not-openapi',
    severity: 'error',
    about: 'a file that is not an OpenAPI document of a known version',
  },
  { id: 'unresolved-ref', severity: 'error', about: 'a $ref that points to nothing' },
  {
    id: 'refused-ref',
    severity: 'error',
    about: 'a $ref to a file or server that the document may not read',
  },
  {
    id: 'read-limit',
    severity: 'error',
    about: 'more network traffic than one run allows',
  },
  {
    id: 'circular-ref',
    severity: 'error',
    about: 'a $ref that leads back to itself and never to a value',
  },
  { id: 'overlay', severity: 'error', about: 'an overlay that cannot be applied' },
  {
    id: 'structure',
    severity: 'warning',
    about: 'a field or value that is not part of the OpenAPI version',
  },
  {
    id: 'ref-in-example',
    severity: 'warning',
    about: 'an example that is just a $ref: it is shown as written',
  },
  {
    id: 'relative-address',
    severity: 'warning',
    about: 'a relative URL without a base URL, so only its text is shown',
  },
  {
    id: 'renamed-component',
    severity: 'warning',
    about: 'components with the same name in several files',
  },
  {
    id: 'upgrade',
    severity: 'warning',
    about: 'parts of an older document that OpenAPI 3.1 cannot express',
  },
  {
    id: 'internal-part',
    severity: 'warning',
    about: 'a public part that is incomplete without an internal one',
  },
  {
    id: 'overlay-without-effect',
    severity: 'warning',
    about: 'an overlay action that changes nothing',
  },
];
