import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { defaultPlace } from '../../../src/address/docs.ts';
import { loadDocument } from '../../../src/document/load.ts';
import { ExactNumber } from '../../../src/json/number.ts';
import { jsonText, parseJson } from '../../../src/json/text.ts';
import { buildPage } from '../../../src/model/page/build-page.ts';
import { referenceData } from '../../../src/model/page/structured-data.ts';
import type { Document } from '../../../src/openapi/types.ts';
import { type PlannedPage, planPages } from '../../../src/slices/plan.ts';
import type { SliceDocument } from '../../../src/slices/slice.ts';
import { buildSlices, type Slice } from '../../../src/slices/slices.ts';
import { pageSource } from '../../../src/upstream/source.ts';
import { drawPages } from '../../support/draw.tsx';
import { ROOT } from '../../support/site.ts';

/** What stands in the place of each value in turn; undefined leaves it out. */
const WRONG: readonly unknown[] = [null, 1, new ExactNumber('1.10'), 'x', [], {}, undefined];

type Keys = readonly string[];

function keysOf(value: unknown, keys: Keys = []): Keys[] {
  if (typeof value !== 'object' || value === null) return [keys];
  return [keys, ...Object.entries(value).flatMap(([key, item]) => keysOf(item, [...keys, key]))];
}

/** A copy of `value` in which what stands at `keys` is replaced; the rest is shared. */
function replaced(value: unknown, [key, ...rest]: Keys, by: unknown): unknown {
  if (key === undefined) return by;
  const part = replaced((value as Record<string, unknown>)[key], rest, by);
  return Array.isArray(value)
    ? value.map((item, index) => (String(index) === key ? part : item))
    : { ...(value as object), [key]: part };
}

const API = { name: 'Shop', url: 'https://docs.example/reference/shop/' };
const AT = { place: defaultPlace({ api: 'api' }), hasInfoPath: false, infoId: 'info' };
const seen = new Set<string>();

/** All that is made of a document; a slice that came before is not looked at again. */
function makePages(document: Document): void {
  const { plan } = planPages(document, 'api');
  for (const slice of buildSlices(document, plan)) {
    if (seen.has(slice.json)) continue;
    seen.add(slice.json);
    const parsed = parseJson(slice.json) as SliceDocument;
    const model = JSON.stringify(buildPage(parsed));
    expect(model, slice.page.id).not.toContain('[object Object]');
    pageSource(slice, 'slice', AT);
    if (slice.page.kind === 'info') referenceData({ title: '', url: '' }, API, [], parsed);
  }
}

const bookshop = parse(fs.readFileSync(path.join(ROOT, 'openapi/bookshop.yaml'), 'utf8'));
const places = keysOf(bookshop).filter((keys) => keys.length > 0);
const mutations = places.flatMap((keys) => WRONG.map((wrong) => ({ keys, wrong })));

/** Those at the top, and some of the others: all take minutes. A `step` prime to seven meets every wrong value. */
const every = (step: number) =>
  mutations.filter(({ keys }, index) => keys.length === 1 || index % step === 0);

describe('a value of the wrong type, anywhere in a document, breaks nothing', () => {
  let folder: string;
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wrong-types-'));
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('in its pages', () => {
    expect(mutations.length).toBeGreaterThan(4_000);
    for (const { keys, wrong } of every(10)) {
      try {
        makePages(replaced(bookshop, keys, wrong) as Document);
      } catch (error) {
        throw new Error(`${keys.join(' / ')}: ${JSON.stringify(wrong)}`, { cause: error });
      }
    }
  }, 240_000);

  it('as it is drawn', async () => {
    const drawn = new Set<string>();
    for (const { keys, wrong } of every(61)) {
      const isNew = (_page: PlannedPage, { json }: Slice): boolean =>
        drawn.size < drawn.add(json).size;
      await drawPages(replaced(bookshop, keys, wrong) as Document, { samples: [] }, isNew).catch(
        (cause) => {
          throw new Error(`${keys.join(' / ')}: ${JSON.stringify(wrong)}`, { cause });
        },
      );
    }
    expect(drawn.size).toBeGreaterThan(100);
  }, 240_000);

  it('while it is read', async () => {
    const document = path.join(folder, 'openapi.json');
    for (const { keys, wrong } of every(8)) {
      fs.writeFileSync(document, jsonText(replaced(bookshop, keys, wrong)));
      const loaded = await loadDocument({ document, cwd: folder });
      const at = `${keys.join(' / ')}: ${JSON.stringify(wrong)}`;
      for (const problem of loaded.problems) expect(problem.suggestion, at).toBeTruthy();
      expect(loaded.document !== undefined || loaded.problems.length > 0, at).toBe(true);
    }
  }, 240_000);
});
