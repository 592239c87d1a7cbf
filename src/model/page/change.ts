import { type ApiBase, pageHref } from '../../address/address.ts';
import { defined } from '../../json/guards.ts';
import type {
  ChangedSubject,
  PageChange,
  PageHistory,
  Release,
  ReleaseLink,
} from '../../slices/history.ts';
import type { PageLink } from '../../slices/slice.ts';
import { CHANGE_GROUPS, type ChangeGroup } from './change-groups.ts';
import type { ModelContext } from './context.ts';
import { formerAnchor } from './former-anchor.ts';
import type { LinkedPage } from './page.ts';
import { isWord, type Say, type WordId } from './words.ts';

/** A change as a line: what happened, to what, and where. */
export interface ChangeLine {
  /** Anchor of what is gone. */
  readonly id?: string;
  /** For the look of the line. */
  readonly tone: 'added' | 'removed' | 'changed';
  /** In our words: `Added`. */
  readonly verb: string;
  /** What kind of thing it is: a noun of ours, or a keyword of the standard. */
  readonly thing: string;
  readonly isKeyword?: true;
  readonly name?: string;
  /** The parameter or property that it is in. */
  readonly at?: string;
  /** The part of the operation, in our words. */
  readonly in?: string;
  readonly before?: string;
  readonly after?: string;
  readonly level?: PageChange['level'];
}

/** A link to the page of a release. */
export interface LinkedRelease {
  readonly version: string;
  readonly date?: string;
  readonly href: string;
}

export interface SubjectModel extends Omit<ChangedSubject, 'link' | 'links' | 'changes'> {
  readonly link?: LinkedPage;
  readonly links: readonly LinkedPage[];
  readonly lines: readonly ChangeLine[];
}

export interface ReleaseModel extends LinkedRelease {
  /** Id of its page. */
  readonly id: string;
  readonly previous: string;
  readonly counts: Release['counts'];
  /** In the order of pages, without empty ones. */
  readonly groups: readonly {
    readonly group: ChangeGroup;
    readonly subjects: readonly SubjectModel[];
  }[];
}

/** What changed on a page, and when. */
export interface HistoryModel {
  readonly since?: LinkedRelease;
  readonly releases: readonly (LinkedRelease & {
    readonly lines: readonly ChangeLine[];
    readonly schemas: readonly (LinkedPage & {
      readonly changes: number;
      readonly breaking?: true;
    })[];
  })[];
  /** Older changes that are not listed. */
  readonly more: number;
}

/** Undefined for a page that never changed, as far as is known. To be built last: see `formerAnchor`. */
export function buildHistory(context: ModelContext): HistoryModel | undefined {
  const { history } = context.page;
  if (!history) return undefined;
  const { since, releases, more = 0 }: PageHistory = history;
  return {
    ...defined({ since: since && linkedRelease(since, context) }),
    releases: releases.map((release) => ({
      ...linkedRelease(release, context),
      lines: release.changes.map((change) => lineOnPage(change, context)),
      schemas: (release.schemas ?? []).map((schema) => ({
        ...linked(schema, context),
        changes: schema.changes,
        ...(schema.breaking && { breaking: schema.breaking }),
      })),
    })),
    more,
  };
}

/** What links and words of a release need of a page. */
export interface ReleaseContext {
  readonly page: ApiBase;
  readonly say: Say;
}

/** What is gone keeps its anchor, so that links to it say so. */
function lineOnPage(change: PageChange, { page, anchors, say }: ModelContext): ChangeLine {
  const segments = formerAnchor(change, page.kind === 'schema');
  return {
    ...lineOf(change, say),
    ...defined({ id: segments && anchors.claimFree(...segments) }),
  };
}

export function buildRelease(release: Release, context: ReleaseContext): ReleaseModel {
  return {
    ...linkedRelease(release, context),
    id: release.page,
    previous: release.previous,
    counts: release.counts,
    groups: CHANGE_GROUPS.flatMap((group) => {
      const subjects = release.groups[group] ?? [];
      if (subjects.length === 0) return [];
      return [{ group, subjects: subjects.map((one) => subjectModel(one, group, context)) }];
    }),
  };
}

export function linkedRelease(
  { version, date, page }: ReleaseLink,
  context: ReleaseContext,
): LinkedRelease {
  return { version, ...defined({ date }), href: pageHref(context.page, page) };
}

function subjectModel(
  { link, links = [], changes, ...rest }: ChangedSubject,
  group: ChangeGroup,
  context: ReleaseContext,
): SubjectModel {
  // What is new or gone as a whole needs no line below a heading that says so.
  const isSaid = ({ kind }: PageChange): boolean =>
    (group === 'added' || group === 'removed') && /^(?:operation|webhook|schema)-/.test(kind);
  return {
    ...rest,
    ...defined({ link: link && linked(link, context) }),
    links: links.map((one) => linked(one, context)),
    lines: changes.filter((change) => !isSaid(change)).map((change) => lineOf(change, context.say)),
  };
}

function linked(link: PageLink, { page }: ReleaseContext): LinkedPage {
  return { ...link, href: pageHref(page, link.id) };
}

/** Facts that are there or not: they are not added, they apply from now on. */
const FLAGS: ReadonlySet<string> = new Set(
  'required deprecated nullable read-only write-only unique-items allow-reserved allow-empty-value'.split(
    ' ',
  ),
);

function lineOf(change: PageChange, say: Say): ChangeLine {
  const { kind, name, level, at, before, after } = change;
  const dash = kind.lastIndexOf('-');
  const thing = kind.slice(0, dash);
  const action = kind.slice(dash + 1);
  const noun = `ref.changed.${camelCase(thing)}`;
  const isNoun = isWord(noun);
  // In a path, names that are no words are quoted.
  const isRepeated =
    name !== undefined &&
    (at === name ||
      [`.${name}`, ` ${name}`, `[${JSON.stringify(name)}]`].some((end) => at?.endsWith(end)));
  return {
    tone: !FLAGS.has(thing) && (action === 'added' || action === 'removed') ? action : 'changed',
    verb: say(verbOf(thing, action)),
    thing: isNoun ? say(noun) : camelCase(thing),
    ...(!isNoun && { isKeyword: true as const }),
    ...defined({
      name: isRepeated ? undefined : name,
      at,
      in: change.in === undefined ? undefined : partOf(change.in, say),
      before,
      after,
      level,
    }),
  };
}

function verbOf(thing: string, action: string): WordId {
  if (FLAGS.has(thing) && action === 'added') return 'ref.change.now';
  if (FLAGS.has(thing) && action === 'removed') return 'ref.change.noLonger';
  const word = `ref.change.${action}`;
  return isWord(word) ? word : 'ref.change.changed';
}

function partOf(part: string, say: Say): string {
  if (part === 'request') return say('ref.change.inRequest');
  return /^(?:\dxx|\d{3}|default)$/i.test(part)
    ? say('ref.change.inResponse', { status: part })
    : say('ref.change.inCallback', { name: part });
}

/** The keyword of a thing: `max-length` is `maxLength`. */
function camelCase(thing: string): string {
  return thing.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
