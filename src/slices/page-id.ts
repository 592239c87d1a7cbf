import { createHash } from 'node:crypto';
import kebabCase from 'lodash/kebabCase.js';
import type { Claim } from './distinct-ids.ts';

/** File names that Windows does not allow, whatever their extension. */
const RESERVED = /^(con|prn|aux|nul|com-?\d|lpt-?\d)$/;

/** Long enough for every sensible name, short enough for every file system (255 bytes per name). */
const MAX_BYTES = 120;

/**
 * The id of a page as `docusaurus-plugin-openapi-docs` derives it from a name, so that addresses stay those
 * its users know: lodash's kebab case (`core_users_list` -> `core-users-list`).
 *
 * The id is a safe file name: no separators, no dots, not empty, not reserved, of limited length. The
 * function is idempotent.
 *
 * @param names Possible names, best first; the first that leaves something is used.
 * @param kind Appended to an id that Windows reserves.
 * @param fallback Used if no name leaves anything; `kind` if absent.
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
 * Letters and digits in kebab case. Repeats until stable: removing leftover marks can create new word
 * boundaries. Without composed letters (NFC), since file systems disagree about them.
 */
function words(name: string): string {
  // kebabCase keeps characters outside of its word rules, including those of paths.
  const id = kebabCase(name)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return id === name ? id : words(id);
}

/** The name from which upstream derives a schema's or an API's id: it is lowercased first. */
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

/** A short name for something without letters of its own, or with the same ones: up to ten digits. */
export function hashOf(text: string): string {
  // Digits only: kebab case would put hyphens between letters and digits of a hex hash.
  return `${digest(text).readUInt32BE(0)}`;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** The parts of a page's ids. */
export interface PageNames {
  readonly kind: string;
  /** Prefix of the id, followed by a slash. */
  readonly folder?: string;
  /** Possible names of the page, best first. */
  readonly names: readonly (string | undefined)[];
  /** Distinguishes it if another page has the same name: method and path, for instance. */
  readonly apart: string | undefined;
  /** Unique in the document, wherever its subject is. */
  readonly identity: string;
}

/**
 * The possible ids of a page: its name, its name with the distinguishing part, and with a hash. A name
 * without a letter or digit (an emoji) is always its hash, so that it never collides with another one.
 */
export function pageClaim({ kind, folder = '', names, apart, identity }: PageNames): Claim {
  const name = pageId(names, kind, `${kind}-${hashOf(identity)}`);
  const longer = (end: string) => folder + pageId([`${name} ${end}`], kind);
  return {
    ids: [folder + name, ...(apart ? [longer(apart)] : []), longer(hashOf(identity))],
    last: (attempt) => longer(hashOf(`${identity} ${attempt}`)),
  };
}
