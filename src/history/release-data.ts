import { type Change, concernedBy, type Side } from '../changes/change.ts';
import type { JudgedChange } from '../changes/judged.ts';
import { judgeChanges, type LevelSettings } from '../changes/rules/judge.ts';
import type { Release, ReleaseData, SubjectPage } from '../slices/history.ts';
import { foundChanges, grouped } from './groups.ts';
import { joinAll } from './join/join.ts';
import { type PackedGroup, packedChanges, unpackedChanges } from './stored.ts';
import { Subjects } from './subjects.ts';

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
  for (const { place, before, after } of changes)
    for (const name of [place.component?.split('schemas/')[1], schemaAt(before), schemaAt(after)])
      if (name) keys.add(['schema', name].join('\n'));
  const pages = [...keys].flatMap((text): SubjectPage[] => {
    const [kind = '', key = ''] = text.split('\n');
    const isSchema = kind === 'schema';
    const page = subjects.pageNow(isSchema ? 'schema' : 'operation', key);
    return page
      ? [{ key, kind: isSchema ? 'schema' : 'operation', order: order.get(page.id) ?? 0, ...page }]
      : [];
  });
  return { ...packedChanges(changes), pages: pages.sort((a, b) => a.order - b.order) };
}

function schemaAt(side: Side | undefined): string | undefined {
  return /^#\/components\/schemas\/([^/]+)$/.exec(side?.pointer ?? '')?.[1];
}

/**
 * What changed from one version to another one, whatever is in between: as a release of the later one.
 *
 * @param releases Those after the earlier version, the earliest first.
 */
export function comparedReleases(
  releases: readonly Pick<Release, 'version' | 'previous' | 'data'>[],
): Release {
  const steps = releases.map(({ data }) =>
    unpackedChanges({
      operations: data?.operations ?? [],
      groups: (data?.groups ?? []) as readonly PackedGroup[],
    }),
  );
  const pages = {
    operations: new Map<string, SubjectPage>(),
    schemas: new Map<string, SubjectPage>(),
  };
  const order = new Map<string, number>();
  // The last one has the names of the later version.
  for (const page of releases.flatMap(({ data }) => data?.pages ?? [])) {
    (page.kind === 'schema' ? pages.schemas : pages.operations).set(page.key, page);
    order.set(page.id, page.order);
  }
  const subjects = new Subjects(pages);
  const levels = releases.at(-1)?.data?.levels as LevelSettings | undefined;
  const judged = judgedJoined(joinAll(steps), levels);
  return {
    version: releases.at(-1)?.version ?? '',
    previous: releases[0]?.previous ?? '',
    page: '',
    ...grouped(foundChanges(judged, subjects), subjects, order),
  };
}

/** Nobody knows whether what was gone in between is still the same. */
function judgedJoined(changes: readonly Change[], levels: LevelSettings = {}): JudgedChange[] {
  return judgeChanges(changes, { levels }).map((judged) =>
    judged.change.traits?.includes('returned') && judged.level === 'info'
      ? { ...judged, level: 'warning' }
      : judged,
  );
}
