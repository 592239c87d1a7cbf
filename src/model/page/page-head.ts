import type { PageInfo, PageKind } from '../../slices/slice.ts';

/** The subject of a page in its head, besides the title. */
export interface HeadSubject {
  readonly kind: PageKind;
  readonly title: string;
  /** `GET /books`, or the name of a webhook or schema; absent if the title is the same. */
  readonly name?: string;
}

/**
 * Distinguishes pages with the same title: method and path of an operation, name of a webhook or schema, each
 * on its own line.
 */
export function headSubject({ kind, title, method, path, name }: PageInfo): HeadSubject {
  const given = kind === 'operation' ? `${method?.toUpperCase()} ${path}` : (name ?? path ?? '');
  const line = given.replace(/[\p{Z}\p{C}]+/gu, ' ').trim();
  const isSame =
    line === '' ||
    kind === 'info' ||
    kind === 'tag' ||
    kind === 'release' ||
    squash(line) === squash(title);
  return { kind, title, ...(!isSame && { name: line }) };
}

/** `stockLow` and `Stock low` are the same name. */
function squash(text: string): string {
  return text.toLowerCase().replace(/[\s_.-]+/g, '');
}
