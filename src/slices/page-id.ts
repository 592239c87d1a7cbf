import { createHash } from 'node:crypto';
import kebabCase from 'lodash/kebabCase.js';
import type { Claim } from './distinct-ids.ts';

/** File names that Windows does not allow, whatever their extension. */
const RESERVED = /^(con|prn|aux|nul|com-?\d|lpt-?\d)$/;

/** Long enough for every sensible name, short enough for every file system (255 bytes a name). */
const MAX_BYTES = 120;

/**
 * The id of a page as `docusaurus-plugin-openapi-docs` makes it from a name, so that addresses stay
 * those its users know: kebab case by lodash (`core_users_list` -> `core-users-list`).
 *
 * The id is a safe file name: no separators, no dots, not empty, not reserved, of limited length.
 * Applying the function to its own result changes nothing.
 *
 * @param names What may name the page, best first; the first that leaves something counts.
 * @param kind Put behind an id that Windows reserves.
 * @param fallback Used where no name leaves anything; `kind` if absent.
 */
export function pageId(
  names: readonly (string | undefined)[],
  kind: string,
  fallback = kind,
): string {
  for (const name of names) {
    const id = words(name ?? '');
    if (id !== '') return shorten(RESERVED.test(id) ? `${id}-${kind}` : id);
  }
  return fallback;
}

/**
 * Letters and digits in kebab case. Without what is left of marks and signs some letters make other
 * words, so it is done until nothing changes; and without composed letters (NFC), for some file systems
 * know those and their parts apart and others do not.
 */
function words(name: string): string {
  // kebabCase keeps characters outside of its word rules as they are, also those of paths.
  const id = kebabCase(name)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return id === name ? id : words(id);
}

/** The name from which upstream makes a schema's or an API's id: it lowers the case first. */
export function lowered(name: string | undefined): string | undefined {
  return name?.replace(' ', '-').toLowerCase();
}

function shorten(id: string): string {
  if (Buffer.byteLength(id) <= MAX_BYTES) return id;
  let head = '';
  for (const character of id) {
    if (Buffer.byteLength(head + character) > MAX_BYTES - 20) break;
    head += character;
  }
  return `${head.replace(/-+$/, '')}-${digest(id).readUIntBE(0, 6)}`;
}

/** A short name for what has no letters of its own, or shares them: up to ten digits. */
export function hashOf(text: string): string {
  // Digits only: kebab case would put a hyphen between letters and digits of a hex hash.
  return `${digest(text).readUInt32BE(0)}`;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** What the ids of a page are made of. */
export interface PageNames {
  readonly kind: string;
  /** Stands in front of the id, with a slash behind. */
  readonly folder?: string;
  /** What may name the page, best first. */
  readonly names: readonly (string | undefined)[];
  /** What tells it apart where the name is that of another page, too: method and path, for instance. */
  readonly apart: string | undefined;
  /** What nothing else in the document has, wherever it stands in it. */
  readonly identity: string;
}

/**
 * The ids that a page may have: its name, its name with what tells it apart, and with a hash. A name
 * without a letter or digit (an emoji) is its hash from the start: so it never meets another one.
 */
export function pageClaim({ kind, folder = '', names, apart, identity }: PageNames): Claim {
  const name = pageId(names, kind, `${kind}-${hashOf(identity)}`);
  const longer = (end: string) => folder + pageId([`${name} ${end}`], kind);
  return {
    ids: [folder + name, ...(apart ? [longer(apart)] : []), longer(hashOf(identity))],
    last: (attempt) => longer(hashOf(`${identity} ${attempt}`)),
  };
}
