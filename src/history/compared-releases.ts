import type { Change } from '../changes/change.ts';
import type { JudgedChange } from '../changes/judged.ts';
import { judgeChanges, type LevelSettings } from '../changes/rules/judge.ts';
import type { Release, SubjectPage } from '../slices/history.ts';
import { foundChanges, grouped } from './groups.ts';
import { joinAll } from './join/join.ts';
import { type PackedGroup, unpackedChanges } from './stored.ts';
import { Subjects } from './subjects.ts';

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
