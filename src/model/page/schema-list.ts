import { pageHref } from '../../address/address.ts';
import { append } from '../../json/append.ts';
import type { ModelContext } from './context.ts';
import type { SchemaLetter, SchemaLink, SchemaListModel } from './page.ts';

/** The list of all schemas of an API, by first letter. */
export function buildSchemaList(context: ModelContext): SchemaListModel {
  const { page, say } = context;
  return {
    kind: 'schemaList',
    page,
    title: say('ref.schemas'),
    letters: lettersOf(schemaLinks(context)),
  };
}

/** The schemas that a page lists. */
export function schemaLinks({ page }: ModelContext): SchemaLink[] {
  return (page.schemas ?? []).map((link) => ({ ...link, href: pageHref(page, link.id) }));
}

/** In alphabetical order; names that begin with no letter are the first group, `#`. */
function lettersOf(schemas: readonly SchemaLink[]): SchemaLetter[] {
  const letters = new Map<string, SchemaLink[]>();
  const key = ({ title }: SchemaLink): string => title.toLowerCase();
  for (const schema of schemas.toSorted((a, b) => compare(key(a), key(b)))) {
    const letter = /^\p{L}/u.exec(schema.title)?.[0].toUpperCase() ?? '#';
    append(letters, letter, schema);
  }
  return Array.from(letters, ([letter, own]) => ({
    letter,
    anchor: letter === '#' ? 'other' : letter.toLowerCase(),
    schemas: own,
  }));
}

/** By code units: the order must not depend on the machine's locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
