import type { ChangeKind, Direction } from '../change.ts';
import type { Level } from '../judged.ts';

const KEEP = 'Keep the old one beside it, mark it as deprecated, and remove it in a later version.';
const OPTIONAL = 'Make it optional, and let the API do what it did before without it.';

/** What to do instead, by kind: that of the direction comes first. */
const FIXES: Readonly<Record<string, string>> = {
  'operation-removed': 'Mark it as deprecated first, and name a date for its removal in x-sunset.',
  'operation-renamed': KEEP,
  'webhook-removed': 'Mark it as deprecated first.',
  'parameter-added': OPTIONAL,
  'parameter-removed': 'Mark it as deprecated first, and ignore it if clients send it.',
  'parameter-renamed': KEEP,
  'property-renamed': KEEP,
  'request property-added': OPTIONAL,
  'request property-removed': 'Mark it as deprecated first, and ignore it if clients send it.',
  'response property-removed': 'Mark it as deprecated first, and keep returning it.',
  'request-body-added': OPTIONAL,
  'request-body-removed': 'Keep accepting a body, and ignore it.',
  'media-type-removed': 'Keep the old media type, and let clients choose.',
  'response-removed': 'Keep returning the status that clients expect.',
  'header-removed': 'Mark it as deprecated first, and keep returning it.',
  'request required-added': OPTIONAL,
  'response required-removed': 'Keep returning it, with an empty value if there is none.',
  'security-added': 'Accept requests without credentials as before, for the old clients.',
  'security-removed': 'Keep the old way to authenticate until clients use the new one.',
  'security-scope-added': 'Give the scope to the clients that have a token.',
  'server-removed': 'Redirect requests to the old address.',
  'enum-value-added': 'Document that clients have to expect further values.',
  'request enum-value-removed': 'Keep accepting the value.',
  'sunset-removed': 'Keep the date, or name a later one.',
  'sunset-changed': 'Write a date as in 2027-01-31, no earlier than the one before.',
};

const BY_DIRECTION: Readonly<Record<Direction, string>> = {
  none: 'Publish it as a new version of the API.',
  request: 'Keep accepting what clients send, or publish it as a new version of the API.',
  response: 'Keep returning what clients expect, or publish it as a new version of the API.',
};

/** The fix of a rule; none for what breaks nothing. */
export function fixOf(kind: ChangeKind, direction: Direction, level: Level): string | undefined {
  if (level === 'info') return undefined;
  return FIXES[`${direction} ${kind}`] ?? FIXES[kind] ?? BY_DIRECTION[direction];
}
