import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { differences, hashTree } from '../support/tree.ts';
import { CHANGED, siteOf } from './sites.ts';

const changed = siteOf('changed');
const before = path.join(changed, '../before');
const fresh = siteOf('fresh');

/** How many rendered pages are kept. */
function drawnPages(site: string): number {
  const folder = path.join(site, '../.reference/drawn/pages');
  return fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isDrawn).length;
}
const isDrawn = (name: string): boolean => name.endsWith('.gz');

describe('a site that is built again after an operation has changed', () => {
  it('is the same, byte for byte, as one that is built from nothing', () => {
    expect(Object.keys(hashTree(fresh)).length).toBeGreaterThan(80);
    const found = differences(changed, fresh);
    expect(found, found.slice(0, 5).join('\n')).toEqual([]);
  });

  it('shows the operation as it is now', () => {
    const page = 'reference/bookshop/set-cover/index.html';
    const [[was, is]] = CHANGED;
    expect(fs.readFileSync(path.join(before, page), 'utf8')).toContain(was);
    const html = fs.readFileSync(path.join(changed, page), 'utf8');
    expect(html).toContain(is);
    expect(html).not.toContain(was);
    expect(html).toContain('<meta data-rh="true" name="description" content="Replaces the picture');
  });

  it('has been bundled once', () => {
    const time = (file: string): number => fs.statSync(path.join(changed, '..', file)).mtimeMs;
    const slice = time('docs/reference/bookshop/set-cover.api.json');
    expect(time('.reference/bundles/en/kept.json')).toBeLessThan(slice);
  });

  it('has rendered no page again whose slice does not contain it', () => {
    expect(drawnPages(fresh)).toBeGreaterThan(20);
    // Its own, that of its tag, and that of the API.
    expect(drawnPages(changed)).toBe(drawnPages(fresh) + 3);
  });
});
