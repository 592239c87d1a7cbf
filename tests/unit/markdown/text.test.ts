import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import {
  address,
  blocks,
  code,
  fence,
  heading,
  link,
  list,
  text,
} from '../../../src/markdown/text.ts';
import { TEXTS } from '../../site/hostile-texts.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** The types of a tree, and the text in it. */
function read(markdown: string): { readonly types: string[]; readonly value: string } {
  const types: string[] = [];
  let value = '';
  const visit = (node: Nodes): void => {
    types.push(node.type);
    if ('value' in node) value += node.value;
    if ('children' in node) node.children.forEach(visit);
  };
  visit(parser.parse(markdown));
  return { types, value };
}

const ALL = [
  ...TEXTS,
  ...['+ item', '1. item', '10) item', '> quote', '| a | b |\n| - | - |\n| c | d |', '===', '~~~'],
  ...['_emphasis_', '__strong__', 'snake_case_name', '~struck~', '[^1]', '[x]: /y', ':::note'],
  ...['C #', 'a ###', '#', 'C#', '# #'],
  ...['``` js', '````', '`', '``a`b``', '&copy;', 'a  \nb', '    indented', '![a](b)', '***'],
];
const folded = (value: string): string => value.replace(/\s+/g, ' ').trim();

describe('text of a document', () => {
  it.each(ALL)('%j is the same text in a paragraph, an item and a heading', (source) => {
    // Controls that are not shown, and URLs and addresses, which become links to themselves.
    const shown = folded(source.replace(/(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, ''));
    const around = { types: ['root', 'paragraph', 'text'], value: shown };
    const plain = read(text(source));
    expect(plain.value).toBe(around.value);
    expect(plain.types.filter((type) => type !== 'link').slice(0, 3)).toEqual(
      shown === '' ? ['root'] : around.types,
    );
    expect(new Set(plain.types)).not.toContain('html');
    const item = read(list([{ line: text(source) }, { line: 'next' }]));
    expect(item.types.filter((type) => type === 'listItem')).toHaveLength(2);
    expect(item.value).toBe(`${shown}next`);
    const title = read(blocks(heading(2, text(source)), 'below'));
    expect(title.types.slice(0, 2)).toEqual(['root', 'heading']);
    expect(title.value).toBe(`${shown}below`);
  });

  it.each(ALL)('%j is the same in code', (source) => {
    const { types, value } = read(`before ${code(source)} after`);
    expect(types).toEqual(['root', 'paragraph', 'text', 'inlineCode', 'text']);
    const shown = source
      .replace(/(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '')
      .replace(/\s*[\n\r]\s*/g, ' ');
    expect(value).toBe(`before ${shown === '' ? ' ' : shown} after`);
    const fenced = read(blocks(fence(source, 'js'), 'after'));
    expect(fenced.types).toEqual(['root', 'code', 'paragraph', 'text']);
  });

  it.each(ALL)('%j as a label or a target of a link stays inside', (source) => {
    const { types } = read(`a ${link(text(source), `/x${source}`)} b`);
    expect(types.filter((type) => type === 'link').length).toBeGreaterThanOrEqual(
      /https?:|www\./.test(source) ? 0 : 1,
    );
    expect(types).not.toContain('html');
    expect(types).not.toContain('image');
  });

  it('is a link to itself only if that is safe', () => {
    expect(address('https://a.example/?b=(c)', true)).toBe('<https://a.example/?b=(c)>');
    expect(address('javascript:alert(1)', false)).toBe('javascript:alert(1)');
    expect(address('https://a.example/ b', true)).toBe(
      '[https://a.example/ b](https://a.example/%20b)',
    );
  });
});

describe('lists', () => {
  it('are tight, and have blocks in their items', () => {
    const inner = list([{ line: 'c' }]);
    expect(list([{ line: 'a', below: [inner] }, { line: 'b' }])).toBe('- a\n  - c\n- b');
    expect(list([{ line: 'a', below: ['x\n\ny', 'of:', inner] }])).toBe(
      '- a\n\n  x\n\n  y\n\n  of:\n  - c',
    );
  });
});
