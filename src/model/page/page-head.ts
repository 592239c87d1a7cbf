import type { PageInfo, PageKind } from '../../slices/slice.ts';

/** What the head of a page says of its subject, besides its title. */
export interface HeadSubject {
  readonly kind: PageKind;
  readonly title: string;
  /** `GET /books`, the name of a webhook or schema; absent where the title says the same. */
  readonly name?: string;
}

/**
 * What tells a page from another one with the same title: of an operation the method and path, of a
 * webhook or schema its name, one line each.
 */
export function headSubject({ kind, title, method, path, name }: PageInfo): HeadSubject {
  const given = kind === 'operation' ? `${method?.toUpperCase()} ${path}` : (name ?? path ?? '');
  const line = given.replace(/[\p{Z}\p{C}]+/gu, ' ').trim();
  const isSame = line === '' || kind === 'info' || kind === 'tag' || squash(line) === squash(title);
  return { kind, title, ...(!isSame && { name: line }) };
}

/** `stockLow` and `Stock low` are the same name. */
function squash(text: string): string {
  return text.toLowerCase().replace(/[\s_.-]+/g, '');
}
