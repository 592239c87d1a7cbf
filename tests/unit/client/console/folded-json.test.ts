import { Parser } from 'htmlparser2';
import { expect, it } from 'vitest';
import { indented } from '../../../../src/client/console/answer-body.ts';
import { foldedJson } from '../../../../src/client/console/folded-json.ts';

const HOSTILE = '<img src=x onerror=alert(1)> & "quoted" </details><script>';
const VALUES: readonly unknown[] = [
  null,
  'only a text',
  [],
  {},
  { a: { b: [1, -2.5e3, true, null, 'x'], c: {} }, d: [[], [{}]] },
  { [HOSTILE]: HOSTILE, 'a": {': 'b": [', '': '\\"\\' },
];

/** All places where a response may have been cut. */
const texts = VALUES.flatMap((value) => {
  const text = JSON.stringify(value);
  return Array.from(text, (_character, index) => text.slice(0, index)).concat(text);
});

it('the text is that of the JSON, wherever it ends, and nothing of it is HTML', () => {
  expect(texts.length).toBeGreaterThan(200);
  for (const text of texts) {
    const lines = indented(text);
    const names = new Set<string>();
    let shown = '';
    const parser = new Parser({
      onopentagname: (name) => names.add(name),
      ontext: (part) => {
        shown += part;
      },
    });
    parser.end(foldedJson(lines));
    expect(shown).toBe(`${lines}\n`);
    expect([...names].filter((name) => !['details', 'summary', 'span'].includes(name))).toEqual([]);
  }
});

it('each object and list that has something can be folded, and one of them is a stop of the keyboard', () => {
  const html = foldedJson(indented('{"a":{"b":[1]},"c":[],"d":{}}'));
  expect(html.match(/<details open>/g)).toHaveLength(3);
  expect(html.match(/<\/details>/g)).toHaveLength(3);
  expect(html.match(/tabindex="0"/g)).toHaveLength(1);
});
