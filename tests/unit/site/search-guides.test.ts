import { describe, expect, it } from 'vitest';
import { guideEntries, readGuide } from '../../../src/site/search-guides.ts';
import { usedMemory } from '../../support/memory.ts';

const page = (head: string, body: string): string =>
  `<html><head>${head}</head><body><h2 id="nav">Navigation</h2><article>${body}</article></body></html>`;

describe('readGuide', () => {
  it('reads the title and the headings that can be linked to', () => {
    const html = page(
      '',
      '<h1>A &amp; B</h1><h2 id="one">One <code>x</code><a class="hash-link" href="#one">#</a></h2><h3>No id</h3><h3 id="two">See <a href="/x">this</a></h3>',
    );
    const guide = readGuide(html, 'guides/a/');
    expect(guide).toEqual({
      address: 'guides/a/',
      title: 'A & B',
      isAbout: false,
      headings: [
        { id: 'one', text: 'One x' },
        { id: 'two', text: 'See this' },
      ],
    });
    expect(guide && guideEntries([guide]).map(({ name, places }) => [name, places[0]?.at])).toEqual(
      [
        ['A & B', 'guides/a/'],
        ['One x', 'guides/a/#one'],
        ['See this', 'guides/a/#two'],
      ],
    );
  });

  it('keeps nothing of a page but its title and headings', () => {
    const text = 'x'.repeat(100_000);
    const before = usedMemory();
    const guides = Array.from({ length: 200 }, (_, at) =>
      readGuide(
        page(
          '',
          `<h1>The title of guide ${at}</h1><h2 id="id-of-heading-${at}">A heading of ${at}</h2>${text}`,
        ),
        `${at}`,
      ),
    );
    expect(guides).toHaveLength(200);
    // All pages have 20 MB.
    expect(usedMemory() - before).toBeLessThan(2_000_000);
    expect(guides[0]).toMatchObject({ headings: [{ id: 'id-of-heading-0' }] });
  });

  it('leaves out what search engines leave out, and pages without a text', () => {
    expect(
      readGuide(page('<meta name="robots" content="noindex">', '<h1>A</h1>'), 'a'),
    ).toBeUndefined();
    expect(readGuide('<h1>Not in an article</h1>', 'a')).toBeUndefined();
  });
});
