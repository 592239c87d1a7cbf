import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { drawDocument } from '../../support/draw.tsx';

/** Elements between which words run together; all others begin a new line. */
const INLINE = new Set(['a', 'b', 'code', 'em', 'i', 'small', 'span', 'strong', 'del', 'sup']);
/** Code is not read as words, and has its own ways to be divided. */
const CODE = new Set(['pre', 'code', 'button', 'script', 'style']);

/** What the search leaves out: the labels of tabs, which are buttons, and facts, which names stand for. */
const LEFT_OUT = /role="group"|class="[^"]*facts/;

/** Words of a page that stand side by side with nothing between them but the bounds of elements. */
function joinedWords(html: string): string[] {
  const joined: string[] = [];
  let before = '';
  let isBound = false;
  /** Of the elements that are open, whether each is left out. */
  const open: boolean[] = [];
  const parser = new Parser({
    onopentag: (name, { role = '', class: look = '' }) => {
      open.push(CODE.has(name) || LEFT_OUT.test(`role="${role}" class="${look}"`));
      if (!INLINE.has(name) && name !== 'wbr') before = '';
      isBound = name !== 'wbr';
    },
    onclosetag: (name) => {
      open.pop();
      if (!INLINE.has(name) && name !== 'wbr') before = '';
      isBound = name !== 'wbr';
    },
    ontext: (text) => {
      if (open.includes(true)) return;
      if (isBound && /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(text))
        joined.push(`${before.slice(-20)}|${text.slice(0, 20)}`);
      before = text;
      isBound = false;
    },
  });
  parser.end(html);
  return joined;
}

test('words that run together are found', () => {
  expect(joinedWords('<b>POST</b><a>Orders</a>')).toEqual(['POST|Orders']);
  expect(joinedWords('<b>POST</b> <a>Ord<wbr>ers</a><p>All</p><li><code>a</code></li>')).toEqual(
    [],
  );
});

test.each(['openapi/bookshop.yaml', 'openapi/conformance.yaml'])(
  '%s: no words of a page run together, which the search reads as text',
  async (document) => {
    const found = [...(await drawDocument(document))].flatMap(([id, { html }]) =>
      joinedWords(html).map((words) => `${id}: ${words}`),
    );
    expect(found).toEqual([]);
  },
);
