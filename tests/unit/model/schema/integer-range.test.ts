import { expect, test } from 'vitest';
import { parseJson } from '../../../../src/json/text.ts';
import { nodeOf } from '../slice-of.ts';

const MIN = { 32: '-2147483648', 64: '-9223372036854775808' };
const MAX = { 32: '2147483647', 64: '9223372036854775807' };

test.each<[schema: string, shown: string[]]>([
  [`{"type":"integer","minimum":${MIN[32]},"maximum":${MAX[32]}}`, ['integer (int32)']],
  [`{"type":"integer","minimum":0,"maximum":${MAX[32]}}`, ['integer (int32)', 'min 0']],
  [`{"type":"integer","minimum":${MIN[64]},"maximum":${MAX[64]}}`, ['integer (int64)']],
  [`{"type":"integer","format":"int32","maximum":${MAX[32]}}`, ['integer (int32)']],
  [
    `{"type":["integer","null"],"format":"int64","minimum":${MIN[64]}}`,
    ['integer (int64) or null'],
  ],
  // A limit that the format does not say, and a format that is not said by one limit.
  [
    `{"type":"integer","format":"int64","maximum":${MAX[32]}}`,
    ['integer (int64)', `max ${MAX[32]}`],
  ],
  [`{"type":"integer","maximum":${MAX[32]}}`, ['integer', `max ${MAX[32]}`]],
  [
    `{"type":"integer","minimum":-3000000000,"maximum":${MAX[32]}}`,
    ['integer', 'min -3000000000', `max ${MAX[32]}`],
  ],
  [
    `{"type":"number","minimum":${MIN[32]},"maximum":${MAX[32]}}`,
    ['number', `min ${MIN[32]}`, `max ${MAX[32]}`],
  ],
  [
    `{"type":"integer","format":"uint8","minimum":0,"maximum":${MAX[32]}}`,
    ['integer (uint8)', 'min 0', `max ${MAX[32]}`],
  ],
])('%s', (schema, shown) => {
  const { type, constraints } = nodeOf(parseJson(schema));
  expect([type, ...constraints.map(({ label, value }) => `${label} ${value}`)]).toEqual(shown);
});
