import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** A site with `search: false`. */
export function describeWithoutSearch(folderOf: () => string): void {
  const filesOf = (): string[] =>
    fs
      .readdirSync(folderOf(), { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll(path.sep, '/'));
  const read = (file: string): string => fs.readFileSync(path.join(folderOf(), file), 'utf8');

  describe('without our search', () => {
    it('there is no page for it, no index and no script', () => {
      const files = filesOf();
      expect(files.length).toBeGreaterThan(50);
      expect(files.filter((file) => /^search|^assets\/.*search|pagefind/.test(file))).toEqual([]);
    });

    it('no page has a field for it, or leads to it', () => {
      const pages = filesOf().filter((file) => file.endsWith('.html'));
      expect(pages).toEqual(expect.arrayContaining(['index.html', '404.html']));
      expect(pages.filter((file) => /<[^>]* data-search|href="?\/search/.test(read(file)))).toEqual(
        [],
      );
    });

    it('the script of a page has no part that would open it', () => {
      const script = filesOf().find((file) => /assets\/reference\/page\.[^/]*\.js$/.test(file));
      expect(read(script ?? '')).not.toMatch(/showModal|data-search/);
    });
  });
}
