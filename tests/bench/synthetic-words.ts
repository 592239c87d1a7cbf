/** Nouns that things of the synthetic API are called by. */
export const NOUNS =
  'account application blueprint brand certificate channel comment connection contract credential customer device directory domain endpoint event export flow group image integration invitation invoice job key label license location mapping message outpost package payment permission pipeline policy product project prompt provider queue region report role route rule schedule secret session source stage subscription task team template tenant token transport user vault webhook workspace zone'.split(
    ' ',
  );

export const QUALITIES =
  'active archived billing custom default external internal managed nested primary private public remote shared static virtual'.split(
    ' ',
  );

/** Names of properties, with their types. */
export const PROPERTIES: readonly (readonly [
  name: string,
  schema: Readonly<Record<string, unknown>>,
])[] = [
  ['display_name', { type: 'string', maxLength: 200 }],
  ['slug', { type: 'string', pattern: '^[-a-zA-Z0-9_]+$', maxLength: 50 }],
  ['enabled', { type: 'boolean', default: true }],
  ['priority', { type: 'integer', minimum: 0, maximum: 32767, default: 10 }],
  ['expires_at', { type: 'string', format: 'date-time', nullable: true }],
  ['contact_email', { type: 'string', format: 'email' }],
  ['attributes', { type: 'object', additionalProperties: {} }],
  ['labels', { type: 'array', items: { type: 'string' } }],
  ['callback_url', { type: 'string', format: 'uri' }],
  ['retry_limit', { type: 'integer', default: 3 }],
  ['weight', { type: 'number', format: 'double' }],
  ['external_id', { type: 'string', format: 'uuid' }],
];

export const SENTENCES = [
  'Set by whoever owns it; others can only read it.',
  'Empty means that the default of the tenant applies.',
  'Changes take effect at the next run, not at once.',
  'Must be unique within its group.',
  'Kept for thirty days after the object is gone.',
  'See the `settings` of the parent for how it is used.',
];
