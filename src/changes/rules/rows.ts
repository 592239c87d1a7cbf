import { NARROWING, type Rows, SILENT, WIDENING } from './rule.ts';

/** Operations, and what is about the API as a whole. */
const OPERATIONS: Rows = {
  'operation-added webhook-added': { none: 'info' },
  'operation-removed': {
    none: [
      ['invalid-sunset', 'breaking'],
      ['before-sunset', 'breaking'],
      ['was-deprecated', 'info'],
      'breaking',
    ],
  },
  'webhook-removed': { none: [['was-deprecated', 'info'], 'breaking'] },
  'operation-renamed': { none: 'breaking' },
  'operation-id-added operation-id-removed operation-id-changed': SILENT,
  'operation-tag-added operation-tag-removed': SILENT,
  'security-added': {
    none: [['newly-secured', 'breaking'], 'info'],
    response: [['newly-secured', 'breaking'], 'info'],
    request: [['newly-secured', 'breaking'], 'info'],
  },
  'security-removed': { any: [['open', 'info'], ['newly-secured', 'info'], 'warning'] },
  'security-scope-added': { any: 'warning' },
  'security-scope-removed': SILENT,
  'security-scheme-added security-scheme-removed': SILENT,
  'security-scheme-changed': { any: [['only-text', 'info'], 'warning'] },
  'oauth-flow-added oauth-scope-added oauth-scope-changed': SILENT,
  'oauth-flow-removed oauth-flow-changed oauth-scope-removed': { any: 'warning' },
  'server-added server-changed server-variable-added server-variable-changed': SILENT,
  'server-removed server-variable-removed': { any: 'warning' },
  'info-changed contact-changed license-changed external-docs-changed': SILENT,
  'tag-added tag-removed tag-changed': SILENT,
  'schema-added schema-removed schema-renamed': SILENT,
  'callback-added': SILENT,
  'callback-removed': { any: 'warning' },
  'link-added link-changed': SILENT,
  'link-removed': { any: 'warning' },
};

/** Parameters, bodies, responses and headers. */
const MESSAGES: Rows = {
  'parameter-added': { request: [['required', 'breaking'], 'info'], response: 'info' },
  'parameter-removed': {
    request: [
      ['before-sunset', 'breaking'],
      ['was-deprecated', 'info'],
      ['path-parameter', 'info'],
      'warning',
    ],
    response: 'warning',
  },
  'parameter-renamed': { request: [['path-parameter', 'info'], 'breaking'], response: 'warning' },
  'style-changed explode-changed serialization-changed': {
    request: 'breaking',
    response: 'breaking',
  },
  'allow-empty-value-added allow-reserved-added': SILENT,
  'allow-empty-value-removed': { request: 'breaking', response: 'info' },
  'allow-reserved-removed': { request: 'warning', response: 'info' },
  'request-body-added': { request: [['required', 'breaking'], 'info'], response: 'info' },
  'request-body-removed': { request: 'breaking', response: 'breaking' },
  'media-type-added': { request: 'info', response: 'info' },
  'media-type-removed': { request: 'breaking', response: 'breaking' },
  'media-type-changed': { request: 'info', response: 'info' },
  'media-type-widened': WIDENING,
  'media-type-narrowed': NARROWING,
  'body-schema-added': NARROWING,
  'body-schema-removed': { request: 'info', response: 'warning' },
  'encoding-added encoding-removed encoding-changed': { any: 'warning' },
  'response-added': { response: 'info', request: [['success', 'info'], 'info'] },
  'response-removed': {
    response: [['success', 'breaking'], 'info'],
    request: [['success', 'warning'], 'info'],
  },
  'header-added': { response: 'info', request: [['required', 'breaking'], 'info'] },
  'header-removed': { response: [['required', 'breaking'], 'warning'], request: 'warning' },
  'required-added': NARROWING,
  'required-removed': WIDENING,
};

/** What is valid in schemas. */
const SCHEMAS: Rows = {
  'property-added': { request: [['required', 'breaking'], 'info'], response: 'info' },
  'property-removed': {
    request: [['was-deprecated', 'info'], 'warning'],
    response: [['required', 'breaking'], 'warning'],
  },
  'property-renamed': {
    request: [['required', 'breaking'], 'warning'],
    response: [['required', 'breaking'], 'warning'],
  },
  'read-only-added': { request: 'warning', response: 'info' },
  'read-only-removed': SILENT,
  'write-only-added': { request: 'info', response: 'warning' },
  'write-only-removed': SILENT,
  'nullable-added': WIDENING,
  'nullable-removed': NARROWING,
  'type-widened': WIDENING,
  'type-narrowed': NARROWING,
  'type-changed': { request: 'breaking', response: 'breaking' },
  'format-widened': WIDENING,
  'format-narrowed': NARROWING,
  'format-changed': { request: 'warning', response: 'warning' },
  'format-added': { request: 'warning', response: 'info' },
  'format-removed': { request: 'info', response: 'warning' },
  'enum-added': NARROWING,
  'enum-removed': { request: 'info', response: 'warning' },
  'enum-value-added': { request: 'info', response: 'warning' },
  'enum-value-removed': NARROWING,
  'extensible-value-added': SILENT,
  'extensible-value-removed': NARROWING,
  'const-added': NARROWING,
  'const-removed': WIDENING,
  'const-changed': { request: 'breaking', response: 'breaking' },
  'default-added default-removed default-changed': {
    request: [['in-parameter', 'breaking'], 'info'],
    response: 'info',
  },
  'pattern-added pattern-narrowed': NARROWING,
  'pattern-removed': { request: 'info', response: 'warning' },
  'pattern-widened': { request: 'info', response: 'warning' },
  'pattern-changed': { request: 'warning', response: 'warning' },
  'multiple-of-added multiple-of-narrowed': NARROWING,
  'multiple-of-removed multiple-of-widened': WIDENING,
  'multiple-of-changed': { request: 'breaking', response: 'breaking' },
  'unique-items-added': NARROWING,
  'unique-items-removed': WIDENING,
  'pattern-property-added dependent-schema-added property-names-added contains-added': NARROWING,
  'pattern-property-removed dependent-schema-removed property-names-removed contains-removed':
    WIDENING,
  'not-added if-added then-added else-added content-schema-added': NARROWING,
  'not-removed if-removed then-removed else-removed content-schema-removed': WIDENING,
  'not-changed if-changed': { request: 'warning', response: 'warning' },
  'dependent-required-added dependent-required-narrowed': NARROWING,
  'dependent-required-removed dependent-required-widened': WIDENING,
  'dependent-required-changed': { request: 'breaking', response: 'breaking' },
  // A list may only become longer where items are allowed after the last one.
  'prefix-item-added': WIDENING,
  'prefix-item-removed': NARROWING,
  'content-media-type-added content-media-type-removed content-media-type-changed': {
    request: 'breaking',
    response: 'breaking',
  },
  'content-encoding-added content-encoding-removed content-encoding-changed': {
    request: 'breaking',
    response: 'breaking',
  },
  'items-narrowed additional-properties-narrowed': NARROWING,
  'unevaluated-items-narrowed unevaluated-properties-narrowed': NARROWING,
  'items-widened additional-properties-widened': { request: 'info', response: 'warning' },
  'unevaluated-items-widened unevaluated-properties-widened': WIDENING,
  'never-added': NARROWING,
  'never-removed': WIDENING,
  'one-of-added any-of-added choice-narrowed one-of-narrowed any-of-narrowed': NARROWING,
  'one-of-removed any-of-removed choice-widened one-of-widened any-of-widened': WIDENING,
  'one-of-variant-added': WIDENING,
  'any-of-variant-added': { request: 'info', response: 'warning' },
  'one-of-variant-removed any-of-variant-removed': NARROWING,
  'all-of-part-added': { request: [['annotation-only', 'info'], 'breaking'], response: 'info' },
  'all-of-part-removed': {
    request: [['annotation-only', 'info'], 'warning'],
    response: [['annotation-only', 'info'], 'warning'],
  },
  'discriminator-added discriminator-removed mapping-added mapping-removed mapping-changed': SILENT,
  'discriminator-changed': { request: 'breaking', response: 'breaking' },
  'xml-changed': { request: 'warning', response: 'warning' },
};

/** Limits: they may be set where the API had them all along. */
const UPPER = 'maximum exclusive-maximum max-length max-items max-properties max-contains';
const LOWER = 'minimum exclusive-minimum min-length min-items min-properties min-contains';

function limits(): Rows {
  const kinds = (things: string, action: string) =>
    things
      .split(' ')
      .map((thing) => `${thing}-${action}`)
      .join(' ');
  return {
    [kinds(`${UPPER} ${LOWER}`, 'added')]: { request: 'warning', response: 'info' },
    [kinds(`${UPPER} ${LOWER}`, 'removed')]: WIDENING,
    [kinds(UPPER, 'increased')]: WIDENING,
    [kinds(UPPER, 'decreased')]: NARROWING,
    [kinds(LOWER, 'increased')]: NARROWING,
    [kinds(LOWER, 'decreased')]: WIDENING,
  };
}

/** How long something stays, and how far it can be relied on. */
const LIFECYCLE: Rows = {
  'deprecated-added': SILENT,
  'deprecated-removed': SILENT,
  'sunset-added': { any: [['invalid-sunset', 'breaking'], 'info'] },
  'sunset-removed': { any: 'breaking' },
  'sunset-changed': {
    any: [['invalid-sunset', 'breaking'], ['earlier-date', 'breaking'], 'info'],
  },
  'stability-increased stability-added stability-changed': SILENT,
  'stability-decreased stability-removed': { any: 'breaking' },
};

/** What is written for people. */
const TEXTS = [
  'description summary title additional-properties-name enum-names enum-varnames',
  'enum-descriptions',
  'example extension badges values-from code-samples',
]
  .join(' ')
  .split(' ');

function texts(): Rows {
  const kinds = TEXTS.flatMap((thing) =>
    ['added', 'removed', 'changed'].map((action) => `${thing}-${action}`),
  );
  return { [kinds.join(' ')]: SILENT };
}

/** What each kind of change means, by direction. */
export const ROWS: readonly Rows[] = [OPERATIONS, MESSAGES, SCHEMAS, limits(), LIFECYCLE, texts()];
