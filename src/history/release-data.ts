import { type Change, concernedBy, type Side } from '../changes/change.ts';
import { plainSegments } from '../openapi/pointer.ts';
import type { ReleaseData, SubjectPage } from '../slices/history.ts';
import { LAST } from './groups.ts';
import { packedChanges } from './stored.ts';
import type { Subjects } from './subjects.ts';

/**
 * What changed in a release as data, with the pages of everything that changed.
 *
 * @param order The place of a page, by its id.
 */
export function releaseData(
  changes: readonly Change[],
  subjects: Subjects,
  order: ReadonlyMap<string, number>,
): ReleaseData {
  const keys = new Set(changes.flatMap(concernedBy).map((key) => ['operation', key].join('\n')));
  for (const { place, before, after } of changes) {
    const [section, name] = place.component?.split(/\/(.*)/s, 2) ?? [];
    const own = section === 'schemas' ? name : undefined;
    for (const schema of [own, schemaAt(before), schemaAt(after)])
      if (schema) keys.add(['schema', schema].join('\n'));
  }
  const pages = [...keys].flatMap((text): SubjectPage[] => {
    const [kind = '', key = ''] = text.split('\n');
    const isSchema = kind === 'schema';
    const page = subjects.pageNow(isSchema ? 'schema' : 'operation', key);
    return page
      ? [
          {
            key,
            kind: isSchema ? 'schema' : 'operation',
            order: order.get(page.id) ?? LAST,
            ...page,
          },
        ]
      : [];
  });
  return { ...packedChanges(changes), pages: pages.sort((a, b) => a.order - b.order) };
}

function schemaAt(side: Side | undefined): string | undefined {
  const [root, section, name, ...rest] = plainSegments(side?.pointer ?? '');
  const isSchema = root === 'components' && section === 'schemas' && rest.length === 0;
  return isSchema ? name : undefined;
}
