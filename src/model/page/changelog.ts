import { pageHref } from '../../address/address.ts';
import { defined } from '../../json/guards.ts';
import { buildRelease, type ReleaseModel } from './change.ts';
import type { ModelContext } from './context.ts';
import type { ChangelogModel, ReleasePageModel } from './page.ts';

/** The list of all releases of an API, the newest first. */
export function buildChangelog(context: ModelContext): ChangelogModel {
  const { page, say } = context;
  return {
    kind: 'changelog',
    page,
    title: say('ref.changelog'),
    releases: (page.releases ?? []).map((release) => buildRelease(release, context)),
  };
}

/** What changed in one release. */
export function buildReleasePage(context: ModelContext): ReleasePageModel {
  const { page, say } = context;
  const empty = { version: page.name ?? '', page: page.id, previous: '', counts: {}, groups: {} };
  const release = buildRelease(page.releases?.[0] ?? empty, context);
  return {
    kind: 'release',
    page,
    title: say('ref.changesIn', { version: release.version }),
    release,
    ...defined({
      changelog: page.changelog === undefined ? undefined : pageHref(page, page.changelog),
    }),
  };
}

/** The newest releases, as far as each has been compared with the next one, so that any two of them can be. */
export function comparableReleases<R extends Pick<ReleaseModel, 'version' | 'previous'>>(
  releases: readonly R[],
): readonly R[] {
  const end = releases.findIndex(({ previous }, at) => previous !== releases[at + 1]?.version);
  return releases.slice(0, end + 1);
}
