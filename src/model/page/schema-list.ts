import { pageHref } from '../../address/address.ts';
import { byLetter, sortedByText } from '../../json/alphabet.ts';
import { append } from '../../json/append.ts';
import type { PageLink } from '../../slices/slice.ts';
import type { ModelContext } from './context.ts';
import type { SchemaEntry, SchemaLetter, SchemaListModel } from './page.ts';

/** The list of all schemas of an API, by first letter. */
export function buildSchemaList(context: ModelContext): SchemaListModel {
  const { page, say } = context;
  return {
    kind: 'schemaList',
    page,
    title: say('ref.schemas'),
    letters: lettersOf(schemaEntries(context)),
  };
}

/** The schemas that a page lists, with those derived from them. */
export function schemaEntries({ page }: ModelContext): SchemaEntry[] {
  const schemas = page.schemas ?? [];
  const known = new Set(schemas.map(({ id }) => id));
  const isDerived = ({ derivedFrom = '' }: PageLink): boolean => known.has(derivedFrom);
  const derived = new Map<string, PageLink[]>();
  for (const link of schemas) if (isDerived(link)) append(derived, keyOf(link), link);
  const linked = <T extends PageLink>(link: T) => ({ ...link, href: pageHref(page, link.id) });
  return schemas
    .filter((link) => !isDerived(link))
    .map((link) => ({
      ...linked(link),
      derived: (derived.get(keyOf({ ...link, derivedFrom: link.id })) ?? []).map(linked),
    }));
}

/** Pages of tags have a list for each resource. */
function keyOf({ derivedFrom, resource = '' }: PageLink): string {
  return `${derivedFrom}\n${resource}`;
}

/** In alphabetical order; names that begin with no letter are the first group, `#`. */
function lettersOf(schemas: readonly SchemaEntry[]): SchemaLetter[] {
  const titleOf = ({ title }: SchemaEntry): string => title;
  const letters = byLetter(sortedByText(schemas, titleOf), titleOf);
  return Array.from(letters, ([letter, own]) => ({
    letter,
    anchor: letter === '#' ? 'other' : letter.toLowerCase(),
    schemas: own,
  }));
}
