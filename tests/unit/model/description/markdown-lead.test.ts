import { expect, test } from 'vitest';
import { markdownLead } from '../../../../src/model/description/markdown.ts';

test.each([
  ['', ''],
  ['One line.', 'One line.'],
  ['One.\n\nTwo.\n\nThree.', 'One.\n\nTwo.'],
  ['# Title\n\nOne *word*.\n\n- a\n- b\n\nAfter.', 'One *word*.'],
  ['One.\n\n```\ncode\n```\n\nTwo.', 'One.'],
  ['- only\n- a list', ''],
  [
    'See [it][x].\n\n## More\n\n[x]: https://example.com',
    'See [it][x].\n\n[x]: https://example.com',
  ],
])('of %j it is %j', (description, lead) => {
  expect(markdownLead(description)).toBe(lead);
});

test('of a description that no parser should get, the first blocks as written', () => {
  const hostile = `${'['.repeat(500)}\n\nb\n\nc`;
  expect(markdownLead(hostile)).toBe(`${'['.repeat(500)}\n\nb`);
});
