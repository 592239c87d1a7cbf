import { type Change, partsOfKind } from '../changes/change.ts';
import type { JudgedChange } from '../changes/judged.ts';
import type { LevelSettings } from '../changes/rules/judge.ts';
import { append } from '../json/append.ts';
import { defined } from '../json/guards.ts';
import { CHANGE_GROUPS } from '../model/page/change-groups.ts';
import type {
  PageChange,
  PageHistory,
  PageRelease,
  PagesHistory,
  Release,
  ReleaseLink,
} from '../slices/history.ts';
import type { Plan } from '../slices/plan.ts';
import type { PageLink } from '../slices/slice.ts';
import { distinct, type Found, foundChanges, grouped } from './groups.ts';
import { groupOf, pageChange, WHOLE } from './page-change.ts';
import { releaseData } from './release-data.ts';
import type { FormerPage } from './stored.ts';
import { type Subject, Subjects, subjectPages } from './subjects.ts';

/** A version with what changed since the one before it. */
export interface Step {
  readonly version: string;
  readonly date?: string;
  readonly previous: string;
  readonly changes: readonly JudgedChange[];
  /** Pages whose addresses this version no longer has. */
  readonly pages?: readonly FormerPage[];
}

/** What more operations have in common, such as how they authenticate, is not said on the page of each. */
const MOST_SHARING = 100;

/** Versions that a page lists, and changes of each. */
const MOST_RELEASES = 6;
const MOST_CHANGES = 8;

/** Subjects and changes of each that the page of all versions shows of a group. */
const FIRST_SUBJECTS = 6;
const FIRST_CHANGES = 3;

/**
 * What the pages of an API say about its changes. Pure.
 *
 * @param steps The newest first.
 * @param levels What rules say about changes, if the API has levels of its own.
 */
export function historyOf(
  steps: readonly Step[],
  plan: Pick<Plan, 'pages'>,
  levels?: LevelSettings,
): PagesHistory {
  const subjects = new Subjects(subjectPages(plan));
  const pages = new Pages(subjects);
  const order = new Map(plan.pages.map(({ id }, at) => [id, at]));
  const ids = new Map(plan.pages.map(({ kind, name, id }) => [`${kind} ${name}`, id]));
  const releases = steps.map(({ version, date, previous, changes }): Release => {
    const page = ids.get(`release ${version}`) ?? '';
    const link: ReleaseLink = { version, ...defined({ date }), page };
    const found = foundChanges(changes, subjects);
    pages.add(link, found);
    const all = changes.map(({ change }) => change);
    const data = releaseData(all, subjects, order);
    subjects.note(all);
    return {
      ...link,
      previous,
      ...grouped(found, subjects, order),
      data: { ...data, ...defined({ levels }) },
    };
  });
  return { releases, listed: releases.map(shortened), pages: pages.all() };
}

/** A release as the page of all versions shows it. */
function shortened(release: Release): Release {
  const groups = CHANGE_GROUPS.flatMap((group) => {
    const subjects = group === 'texts' ? undefined : release.groups[group];
    if (!subjects) return [];
    const first = subjects
      .slice(0, FIRST_SUBJECTS)
      .map((one) => ({ ...one, changes: one.changes.slice(0, FIRST_CHANGES) }));
    return [[group, first]];
  });
  const { data: _, ...shown } = release;
  return { ...shown, groups: Object.fromEntries(groups) };
}

interface Draft {
  since?: ReleaseLink;
  deprecated?: string;
  readonly releases: PageRelease[];
}

/** Collects what pages say about their own changes, from the newest version on. */
class Pages {
  readonly #subjects: Subjects;
  readonly #drafts = new Map<string, Draft>();

  constructor(subjects: Subjects) {
    this.#subjects = subjects;
  }

  add(link: ReleaseLink, found: readonly Found[]): void {
    const own = new Map<PageLink, PageChange[]>();
    const schemas = new Map<PageLink, Map<PageLink, { changes: number; breaking: boolean }>>();
    for (const { judged, subject } of found) {
      if (groupOf(judged) === 'texts') continue;
      const page = this.#pageOf(subject);
      const isNew = WHOLE.has(partsOfKind(judged.change.kind)[0]);
      if (page && isNew && judged.change.kind.endsWith('-added')) {
        this.#draft(page).since = link;
        continue;
      }
      if (page && isDeprecation(judged.change)) this.#draft(page).deprecated ??= link.version;
      if (page) append(own, page, pageChange(judged));
      for (const key of subject.operations) {
        const operation = this.#subjects.operationPage(key);
        if (!operation || operation === page) continue;
        if (page) {
          const counts = schemas.get(operation) ?? new Map();
          schemas.set(operation, counts);
          const { changes = 0, breaking = false } = counts.get(page) ?? {};
          const breaks = breaking || judged.level === 'breaking';
          counts.set(page, { changes: changes + 1, breaking: breaks });
        } else if (subject.kind !== 'schema' && subject.operations.length <= MOST_SHARING) {
          append(own, operation, pageChange(judged));
        }
      }
    }
    for (const page of new Set([...own.keys(), ...schemas.keys()])) {
      const counts = Array.from(schemas.get(page) ?? [], ([schema, { changes, breaking }]) => ({
        ...plainLink(schema),
        changes,
        ...(breaking && { breaking: true as const }),
      }));
      this.#draft(page).releases.push({
        ...link,
        changes: distinct(own.get(page) ?? []),
        ...(counts.length > 0 && { schemas: counts }),
      });
    }
  }

  all(): ReadonlyMap<string, PageHistory> {
    return new Map(
      Array.from(this.#drafts, ([id, { since, deprecated, releases }]) => {
        const shown = releases.slice(0, MOST_RELEASES).map((release) => ({
          ...release,
          changes: release.changes.slice(0, MOST_CHANGES),
        }));
        const more = count(releases) - count(shown);
        return [
          id,
          { ...defined({ since, deprecated }), releases: shown, ...(more > 0 && { more }) },
        ];
      }),
    );
  }

  #pageOf({ kind, key }: Subject): PageLink | undefined {
    if (kind === 'operation') return this.#subjects.operationPage(key);
    return kind === 'schema' ? this.#subjects.schemaPage(key) : undefined;
  }

  #draft({ id }: PageLink): Draft {
    const draft = this.#drafts.get(id) ?? { releases: [] };
    this.#drafts.set(id, draft);
    return draft;
  }
}

/** Whether an operation or schema itself was deprecated, and not a part of it. */
function isDeprecation({ kind, place }: Change): boolean {
  const { component: _, ...within } = place;
  return kind === 'deprecated-added' && Object.keys(within).length === 0;
}

function count(releases: readonly PageRelease[]): number {
  return releases.reduce((sum, { changes }) => sum + changes.length, 0);
}

function plainLink({ id, title }: PageLink): PageLink {
  return { id, title };
}
