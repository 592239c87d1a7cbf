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
  { id: 'syntax', severity: 'error', about: 'text that is no YAML or JSON' },
  { id: 'duplicate-key', severity: 'error', about: 'a key that stands twice in an object' },
  {
    id: 'yaml-aliases',
    severity: 'error',
    about: 'YAML aliases that write out to far more than they are',
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
    about: 'a file that is no OpenAPI document of a known version',
  },
  { id: 'unresolved-ref', severity: 'error', about: 'a $ref that leads nowhere' },
  {
    id: 'refused-ref',
    severity: 'error',
    about: 'a $ref to a file or server that the document may not read',
  },
  {
    id: 'read-limit',
    severity: 'error',
    about: 'more from the network than one run may read',
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
    about: 'a field or value that the OpenAPI version does not have',
  },
  {
    id: 'ref-in-example',
    severity: 'warning',
    about: 'an example that is nothing but a $ref: it is shown as it is written',
  },
  {
    id: 'relative-address',
    severity: 'warning',
    about: 'an address of a page that is relative to nothing, so that only its text is shown',
  },
  {
    id: 'renamed-component',
    severity: 'warning',
    about: 'components of one name in several files',
  },
  { id: 'upgrade', severity: 'warning', about: 'what OpenAPI 3.1 cannot say of an older document' },
  {
    id: 'internal-part',
    severity: 'warning',
    about: 'a public part that is incomplete without an internal one',
  },
  {
    id: 'overlay-without-effect',
    severity: 'warning',
    about: 'an action of an overlay that changes nothing',
  },
];
