import { createHash } from 'node:crypto';
import kebabCase from 'lodash/kebabCase.js';

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
 * @param kind Used where no name leaves anything.
 */
export function pageId(names: readonly (string | undefined)[], kind: string): string {
  for (const name of names) {
    const id = words(name ?? '');
    if (id !== '') return shorten(RESERVED.test(id) ? `${id}-${kind}` : id);
  }
  return kind;
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
  // Digits only: kebab case would put a hyphen between letters and digits of a hex hash.
  const hash = createHash('sha256').update(id).digest().readUIntBE(0, 6);
  return `${head.replace(/-+$/, '')}-${hash}`;
}

/** Gives each id once: the second `user` becomes `user-2`. Ids that differ only in case meet. */
export class IdRegistry {
  readonly #taken = new Set<string>();
  /** Per id wanted, in lower case, the number to try next: all below are taken, and stay so. */
  readonly #next = new Map<string, number>();

  /** @returns the id to use; it differs from the wanted one if that is taken. */
  take(wanted: string): string {
    const key = wanted.toLowerCase();
    let id = wanted;
    if (this.#taken.has(key)) {
      let count = this.#next.get(key) ?? 2;
      while (this.#taken.has(`${key}-${count}`)) count += 1;
      id = `${wanted}-${count}`;
      this.#next.set(key, count + 1);
    }
    this.#taken.add(id.toLowerCase());
    return id;
  }
}
