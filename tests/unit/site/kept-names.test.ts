import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { indexFiles } from '../../../src/search/build.ts';
import * as collect from '../../../src/search/collect.ts';
import { namesOf } from '../../../src/search/index-api.ts';
import { keptNames, NamesFile } from '../../../src/site/kept-names.ts';
import { planPages } from '../../../src/slices/plan.ts';
import { buildSlices } from '../../../src/slices/slices.ts';
import { usedMemory } from '../../support/memory.ts';
import { ROOT } from '../../support/site.ts';

/** The slices of a document, as they are written. */
function slicesOf(text: string): string[] {
  const document = parse(text);
  const { plan } = planPages(document, 'api');
  return buildSlices(document, plan).map(({ json }) => `${json}\n`);
}
const BOOKSHOP = fs.readFileSync(path.join(ROOT, 'openapi/bookshop.yaml'), 'utf8');
const CONFORMANCE = fs.readFileSync(path.join(ROOT, 'openapi/conformance.yaml'), 'utf8');
const SLICES = slicesOf(BOOKSHOP);

let folder: string;
let file: string;
const open = (code = 'code'): NamesFile => new NamesFile(file, code);
const filesOf = (slices: readonly string[], kept?: NamesFile) => [
  ...indexFiles(namesOf(slices, kept)),
];
/** Builds the index; returns how many pages were read. */
function build(slices: readonly string[], code?: string): number {
  const adding = vi.spyOn(collect.Names.prototype, 'add');
  const kept = open(code);
  expect(filesOf(slices, kept)).toEqual(filesOf(slices));
  kept.write();
  const looked = adding.mock.calls.length - slices.length;
  adding.mockRestore();
  return looked;
}

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'names-'));
  file = path.join(folder, 'kept/names.json.gz');
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('the names of the last build', () => {
  it.each([
    ['bookshop', BOOKSHOP],
    ['conformance', CONFORMANCE],
  ])('make the same index, byte for byte: %s', (_, text) => {
    const slices = slicesOf(text);
    expect(build(slices)).toBe(slices.length);
    expect(build(slices)).toBe(0);
  });

  it('are found again on pages that have changed', () => {
    build(SLICES);
    const changed = SLICES.map((slice) => slice.replaceAll('supplier_note', 'note'));
    const count = changed.filter((slice) => !SLICES.includes(slice)).length;
    expect(count).toBeGreaterThan(0);
    expect(build(changed)).toBe(count);
    const names = namesOf(changed, open()).map(({ name }) => name);
    expect(names).toContain('note');
    expect(names).not.toContain('supplier_note');
  });

  it('of pages that are gone are not kept', () => {
    build(SLICES);
    build(SLICES.slice(0, 3));
    expect(build(SLICES)).toBe(SLICES.length - 3);
  });

  it('stay as they are where nobody asks for any, as in a further language', () => {
    build(SLICES);
    open().write();
    expect(build(SLICES)).toBe(0);
  });

  it.each<[string, () => void]>([
    ['is gone', () => fs.rmSync(file)],
    ['is cut off', () => fs.truncateSync(file, 100)],
    ['is something else', () => fs.writeFileSync(file, '[]')],
    ['has other bytes', () => fs.appendFileSync(file, 'A')],
  ])('are found again where the file %s', (_, damage) => {
    build(SLICES);
    damage();
    expect(build(SLICES)).toBe(SLICES.length);
  });

  it('are no objects as long as nobody asks for them', () => {
    const kept = open();
    const names = (page: number): collect.Occurrence[] =>
      Array.from({ length: 2000 }, (_, at) => ({
        entry: { kind: 'field', name: `field_${at}` },
        place: { at: `page-${page}#response-200-field_${at}`, rank: 3, depth: 0 },
      }));
    const before = usedMemory();
    for (let page = 0; page < 50; page++) kept.set(`slice ${page}`, names(page));
    // As objects, 25 MB; as JSON, 10 MB.
    expect(usedMemory() - before).toBeLessThan(3_000_000);
    kept.write();
    expect(open().get('slice 7')).toEqual(names(7));
  });

  it('are found again by other code', () => {
    build(SLICES);
    expect(build(SLICES, 'other code')).toBe(SLICES.length);
  });

  it('are no matter where they cannot be written', () => {
    fs.writeFileSync(path.join(folder, 'kept'), 'a file');
    expect(build(SLICES)).toBe(SLICES.length);
    expect(build(SLICES)).toBe(SLICES.length);
  });

  it('are only kept where the versions of packages are known', async () => {
    expect(await keptNames(folder)).toBeUndefined();
    expect(await keptNames(ROOT)).toBeDefined();
  });
});
