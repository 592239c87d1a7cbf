import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { compareDocuments } from '../../../src/changes/compare.ts';
import { judgeChanges } from '../../../src/changes/rules/judge.ts';
import { loadDocument } from '../../../src/document/load.ts';
import { withFieldHistory } from '../../../src/history/annotate.ts';
import { historyOf, type Step } from '../../../src/history/releases.ts';
import type { Document } from '../../../src/openapi/types.ts';
import type { PagesHistory } from '../../../src/slices/history.ts';
import { planPages } from '../../../src/slices/plan.ts';
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

  test('of deprecated operations say since when', () => {
    expect(textOf('get-boat')).toContain('Deprecateddeprecated since 2.0');
    expect(textOf('ferries')).toContain('DeprecatedGET Get boat deprecated /boats/{id}');
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
