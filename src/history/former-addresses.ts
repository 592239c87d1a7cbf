import type { GonePage } from '../address/address.ts';
import { nameLikeness } from '../changes/likeness.ts';
import { defined } from '../json/guards.ts';
import { comparable } from '../slices/distinct-ids.ts';
import { identityOf, type Plan, type PlannedPage } from '../slices/plan.ts';
import { kindAndKey, planKey } from './page-key.ts';
import type { Step } from './releases.ts';
import type { FormerPage } from './stored.ts';

/** Addresses of earlier versions that lead to no page of the newest one. */
export interface FormerAddresses {
  /** Page id to the identity of the page that has the same subject now: see `identityOf`. */
  readonly moved: ReadonlyMap<string, string>;
  readonly gone: ReadonlyMap<string, GonePage>;
}

/** The least likeness of names for a guess. */
const SIMILAR = 0.5;

/** @param steps The newest first. */
export function formerAddresses(
  steps: readonly Step[],
  plan: Pick<Plan, 'pages'>,
): FormerAddresses {
  const { pages } = plan;
  const taken = new Set(pages.map(({ id }) => comparable(id)));
  const current = new Map(pages.map((page) => [kindAndKey(page), page]));
  const releases = new Map(pages.map((page) => [`${page.kind} ${page.name}`, page.id]));
  const renamed = new Map<string, string>();
  const moved = new Map<string, string>();
  const gone = new Map<string, GonePage>();
  for (const { version, pages: former = [] } of steps) {
    for (const page of former) {
      const { id, kind, key, now = key } = page;
      const next = renamed.get(`${kind} ${now}`) ?? `${kind} ${now}`;
      renamed.set(`${kind} ${key}`, next);
      if (taken.has(comparable(id)) || moved.has(id) || gone.has(id)) continue;
      const target = current.get(next);
      const release = releases.get(`release ${version}`) ?? '';
      if (target) moved.set(id, identityOf(target));
      else gone.set(id, gonePage(page, version, release, pages));
    }
  }
  return { moved, gone };
}

function gonePage(
  { kind, key, title, note }: FormerPage,
  version: string,
  release: string,
  pages: readonly PlannedPage[],
): GonePage {
  const named = pages.find(({ operation }) => note && operation?.operationId === note);
  const similar = named ?? mostSimilar(kind, key, pages);
  return {
    title,
    name: key,
    version,
    release,
    ...defined({ note: named ? undefined : note }),
    ...(similar && { instead: { page: similar.id, title: similar.label ?? similar.title } }),
    ...(similar && !named && { isGuess: true }),
  };
}

function mostSimilar(
  kind: FormerPage['kind'],
  key: string,
  pages: readonly PlannedPage[],
): PlannedPage | undefined {
  const [best] = pages
    .filter((page) => page.kind === kind)
    .map((page) => ({ page, likeness: nameLikeness(key, planKey(page)) }))
    .filter(({ likeness }) => likeness >= SIMILAR)
    .sort((a, b) => b.likeness - a.likeness || (a.page.id < b.page.id ? -1 : 1));
  return best?.page;
}
