import path from 'node:path';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { compareDocuments } from '../../../src/changes/compare.ts';
import { judgeChanges } from '../../../src/changes/rules/judge.ts';
import { loadDocument } from '../../../src/document/load.ts';
import { withFieldHistory } from '../../../src/history/annotate.ts';
import { comparedReleases } from '../../../src/history/compared-releases.ts';
import { historyOf, type Step } from '../../../src/history/releases.ts';
import { packedChanges } from '../../../src/history/stored.ts';
import { comparableReleases } from '../../../src/model/page/changelog.ts';
import { formerAnchor } from '../../../src/model/page/former-anchor.ts';
import type { Document } from '../../../src/openapi/types.ts';
import type {
  PageChange,
  PagesHistory,
  Release,
  SubjectPage,
} from '../../../src/slices/history.ts';
import { planPages } from '../../../src/slices/plan.ts';
import ComparedVersions from '../../../src/theme/ComparedVersions/index.tsx';
import { type DrawnPage, drawPages } from '../../support/draw.tsx';
import { ROOT } from '../../support/site.ts';
import { twinOf } from '../../support/twins.ts';

let document: Document;
let history: PagesHistory;
let pages: Map<string, DrawnPage>;

async function documentOf(version: string): Promise<Document> {
  const file = path.join(import.meta.dirname, 'versions', `${version}.yaml`);
  const { document: loaded } = await loadDocument({ document: file, cwd: ROOT });
  if (!loaded) throw new Error(`${version} cannot be read`);
  return loaded;
}

beforeAll(async () => {
  const [first, second, third] = await Promise.all(['1.0', '1.1', '2.0'].map(documentOf));
  if (!first || !second || !third) throw new Error('no documents');
  const steps: Step[] = [
    { version: '2.0', previous: '1.1', changes: judgeChanges(compareDocuments(second, third)) },
    {
      version: '1.1',
      date: '2025-05-01',
      previous: '1.0',
      changes: judgeChanges(compareDocuments(first, second)),
    },
  ];
  document = withFieldHistory(third, steps);
  const names = steps.map(({ version }) => version);
  history = historyOf(steps, planPages(document, 'api', {}, undefined, names).plan);
  pages = await drawPages(document, {}, undefined, undefined, { history, names });
});

const textOf = (page: string): string =>
  (pages.get(page)?.html ?? '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

describe('any two versions', () => {
  test('are compared from what their pages have as data', async () => {
    const [first, third] = await Promise.all(['1.0', '2.0'].map(documentOf));
    if (!first || !third) throw new Error('no documents');
    const direct: Step[] = [
      { version: '2.0', previous: '1.0', changes: judgeChanges(compareDocuments(first, third)) },
    ];
    const { plan } = planPages(document, 'api', {}, undefined, ['2.0', '1.1']);
    const [expected] = historyOf(direct, plan).releases;
    // As the browser reads them.
    const read = structuredClone([...history.releases].reverse());
    const { counts, groups, previous, version } = comparedReleases(read);
    expect({ counts, previous, version }).toEqual({
      counts: expected?.counts,
      previous: '1.0',
      version: '2.0',
    });
    const titles = (release: Pick<Release, 'groups'> | undefined) =>
      Object.entries(release?.groups ?? {}).map(([group, subjects]) => [
        group,
        subjects.map(({ link, label, changes }) => [link?.id ?? label, changes]),
      ]);
    expect(titles({ groups })).toEqual(titles(expected));
  });

  test('what has no page comes last, as in a version', () => {
    const operations = ['GET /boats', 'GET /gone'];
    const changes = operations.toReversed().map((name) => ({
      kind: 'deprecated-added' as const,
      place: {},
      after: { pointer: `#/paths/~1${name.slice('GET /'.length)}/get/deprecated`, value: true },
      operations: { none: [name] },
    }));
    const boats = { key: 'GET /boats', kind: 'operation', order: 70, id: 'boats', title: 'Boats' };
    const data = { ...packedChanges(changes), pages: [boats as SubjectPage] };
    const { groups } = comparedReleases([{ version: '2.0', previous: '1.0', data }]);
    const names = groups.deprecated?.map(({ link, label }) => link?.id ?? label);
    expect(names).toEqual(['boats', 'GET /gone']);
  });

  test('of which one is the same: nothing', () => {
    expect(comparedReleases([]).counts).toEqual({});
  });

  test('are chosen on the page of all versions', () => {
    const html = pages.get('changes')?.html ?? '';
    expect([...html.matchAll(/<option[^>]*>([^<]*)/g)].map(([, text]) => text)).toEqual([
      '2.0',
      '1.1',
      '1.0',
      '2.0',
      '1.1',
      '1.0',
    ]);
    expect(html).toContain('changes/2-0.json"');
  });

  test('only as far as each was compared with the next one', () => {
    const releases = [
      { version: '4', previous: '3' },
      { version: '3', previous: '2' },
      { version: '1', previous: '0' },
    ];
    expect(comparableReleases(releases).map(({ version }) => version)).toEqual(['4', '3']);
    expect(comparableReleases([])).toEqual([]);
  });

  test('are drawn in the browser, with links to pages', () => {
    const releases = structuredClone([...history.releases].reverse());
    const props = { base: 'reference/api', from: '1.0', to: '2.0', releases };
    const html = renderToString(createElement(ComparedVersions, props));
    expect(html).toContain('From 1.0 to 2.0');
    expect(html).toMatch(/href="[^"]*reference\/api\/list-boats/);
  });
});

describe('fields', () => {
  test('say in which version they came, changed and were deprecated', () => {
    const properties = document.components?.schemas?.Boat as { properties: object };
    expect(properties.properties).toMatchObject({
      harbor: { 'x-history': { added: '1.1' } },
      tons: { 'x-history': { deprecated: '2.0' } },
    });
    expect(textOf('schemas/boat')).toContain('harbor string new in 1.1');
    expect(textOf('schemas/boat')).toContain('tons integer deprecated since 2.0');
    expect(textOf('list-boats')).toContain('changed in 1.1');
  });
});

describe('pages', () => {
  test('say what changed on them, and since when they are there', () => {
    expect(textOf('list-boats')).toContain(
      'Changes2.0 Removed parameter query color may break clientsChanged schemas: Boat (1)1.1 May 1, 2025Decreased maximum query size 100 → 50 breakingChanged schemas: Boat (1)',
    );
    expect(textOf('list-harbors')).toContain('Changes2.0 New in this version.');
    expect(textOf('schemas/boat')).toContain('1.1 May 1, 2025Added property harbor');
  });

  test('have the anchors of what is gone at the change that says so', () => {
    expect(pages.get('list-boats')?.html).toMatch(
      /<li id="query-color"[^>]*><b>Removed<\/b> (?:<!-- -->)?parameter <code>query color<\/code>/,
    );
  });

  test.each<[PageChange, boolean, string | undefined]>([
    [
      { kind: 'parameter-removed', name: 'page size', at: 'query page size' },
      false,
      'query-page-size',
    ],
    [{ kind: 'parameter-renamed', at: 'query size', before: 'count' }, false, 'query-count'],
    [{ kind: 'property-removed', at: 'owner.name', in: 'request' }, false, 'request-owner-name'],
    [{ kind: 'property-removed', at: 'items[].id', in: '200' }, false, 'response-200-items-id'],
    [{ kind: 'property-removed', at: '[].id' }, true, 'schema-id'],
    [{ kind: 'property-renamed', at: 'owner.name', before: 'title' }, true, 'schema-owner-title'],
    [{ kind: 'property-removed', at: '["a b"]' }, true, undefined],
    [{ kind: 'property-removed', at: 'tags.*.id' }, true, undefined],
    [{ kind: 'property-removed', at: 'owner' }, false, undefined],
    [
      { kind: 'header-removed', at: 'header X-Rate', in: '200' },
      false,
      'response-200-header-X-Rate',
    ],
    [{ kind: 'response-removed', name: '404' }, false, 'response-404'],
    [{ kind: 'request-body-removed' }, false, 'request'],
    [{ kind: 'property-added', at: 'owner' }, true, undefined],
  ])('an anchor as it was: %j', (change, isSchema, expected) => {
    expect(formerAnchor(change, isSchema)?.join('-')).toBe(expected);
  });

  test('of deprecated operations say since when', () => {
    expect(textOf('get-boat')).toContain('Deprecateddeprecated since 2.0');
    expect(textOf('ferries')).toContain('Deprecated operationsGET Get boat deprecated /boats/{id}');
  });

  test('without changes say nothing', () => {
    expect(pages.get('schemas')?.html).not.toContain('id="changes"');
  });
});

describe('the changelog', () => {
  test('has all releases, the newest first', () => {
    const text = textOf('changes');
    expect(text).toMatch(/^Changelog.*2\.0.*1\.1/);
    expect(text).toContain('1 breaking');
    expect(text.indexOf('2.0')).toBeLessThan(text.indexOf('1.1'));
  });

  test('has a page for each release, with links to what changed', async () => {
    const { html = '' } = pages.get('changes/2-0') ?? {};
    await expect(html.replace(/>(?=<(?:ul|li|h\d|section|p))/g, '>\n')).toMatchFileSnapshot(
      'snapshot/2.0.html',
    );
    expect(html).toContain('href="/reference/api/list-harbors/"');
  });

  test('is in Markdown as well', async () => {
    const drawn = pages.get('changes/1-1');
    if (!drawn) throw new Error('no page');
    const markdown = twinOf(drawn.model, 'reference/api/changes/1-1');
    await expect(markdown).toMatchFileSnapshot('snapshot/1.1.md');
  });
});
