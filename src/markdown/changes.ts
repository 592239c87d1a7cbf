import type { ChangeLine, HistoryModel, ReleaseModel, SubjectModel } from '../model/page/change.ts';
import type { ChangeGroup } from '../model/page/change-groups.ts';
import type { ChangelogModel, ReleasePageModel } from '../model/page/page.ts';
import { blocks, code, heading, type Item, list, strong, text, words } from './text.ts';
import { operationCount, type Twin } from './twin.ts';
import type { TwinWord } from './words.ts';

/** The list of all releases, each with what changed first. */
export function changelogPage({ title, releases }: ChangelogModel, twin: Twin): string {
  return blocks(
    heading(1, text(title)),
    ...releases.flatMap((release) => [
      heading(2, twin.to(release.version, release.href)),
      release.date && text(release.date),
      ...groupBlocks(release, twin, 3),
      release.groups.length === 0 ? twin.say('ref.noChanges') : '',
    ]),
  );
}

/** What changed in one release. */
export function releasePage({ title, release, changelog }: ReleasePageModel, twin: Twin): string {
  const { say } = twin;
  return blocks(
    heading(1, text(title)),
    words(
      release.date && text(release.date),
      say('ref.comparedWith', { version: text(release.previous) }),
      changelog && twin.to(say('ref.allVersions'), changelog),
    ),
    ...groupBlocks(release, twin, 2),
    release.groups.length === 0 ? say('ref.noChanges') : '',
  );
}

/** When the subject of a page came, and what changed in it since. */
export function historyBlocks(history: HistoryModel | undefined, twin: Twin): readonly string[] {
  if (!history) return [];
  const { say } = twin;
  const { since, releases, more } = history;
  const items: Item[] = releases.map(({ version, href, lines, schemas }) => ({
    line: twin.to(version, href),
    below: [
      lines.length > 0 ? list(lines.map((line) => lineItem(line, twin, false))) : '',
      schemas.length > 0
        ? words(
            say('ref.changedSchemas'),
            schemas.map((one) => `${twin.to(one.title, one.href)} (${one.changes})`).join(', '),
          )
        : '',
    ],
  }));
  if (more > 0) items.push({ line: say('ref.moreChanges', { count: more }) });
  if (since) items.push({ line: words(twin.to(since.version, since.href), say('ref.isNew')) });
  return [heading(2, say('ref.changes')), list(items)];
}

const TITLES: Readonly<Record<ChangeGroup, TwinWord>> = {
  breaking: 'ref.group.breaking',
  deprecated: 'ref.group.deprecated',
  removed: 'ref.group.removed',
  added: 'ref.group.added',
  changed: 'ref.group.changed',
  texts: 'ref.group.texts',
};

function groupBlocks({ groups }: ReleaseModel, twin: Twin, level: number): readonly string[] {
  return groups.flatMap(({ group, subjects }) => [
    heading(level, twin.say(TITLES[group])),
    list(
      subjects.map((subject) => ({
        line: subjectLine(subject, twin),
        below:
          subject.lines.length > 0
            ? [list(subject.lines.map((line) => lineItem(line, twin, group === 'breaking')))]
            : [],
      })),
    ),
  ]);
}

function subjectLine({ link, label, operations, links }: SubjectModel, twin: Twin): string {
  const count = operations === undefined ? '' : operationCount(operations, twin);
  if (link) {
    const { method = '', path = '', title, href } = link;
    return words(
      text(method),
      path !== '' && code(path),
      twin.to(title, href),
      count && `(${count})`,
    );
  }
  if (label !== undefined) return words(code(label), count && `(${count})`);
  if (operations === undefined) return twin.say('ref.changedApi');
  return words(count, links.map((one) => twin.to(one.title, one.href)).join(', '));
}

function lineItem(line: ChangeLine, { say }: Twin, isBreaking: boolean): Item {
  const { verb, thing, isKeyword, at, name, before, after, level } = line;
  const values = [before, after].flatMap((value) => (value === undefined ? [] : [code(value)]));
  return {
    line: words(
      text(verb),
      isKeyword ? code(thing) : text(thing),
      at !== undefined && code(at),
      name !== undefined && code(name),
      values.join(' → '),
      line.in !== undefined && text(line.in),
      level === 'breaking' && !isBreaking && strong(say('ref.level.breaking')),
      level === 'warning' && strong(say('ref.level.warning')),
    ),
  };
}
