import { asArray, isObject, own } from '../json/guards.ts';
import { CODE_SAMPLES } from '../model/samples/code-samples.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * `x-codeSamples`, introduced by Redoc: objects with `lang`, `source` and optionally `label`. Wrong types are
 * reported when the document is loaded.
 */
export const invalidCodeSample: Rule = {
  id: 'invalid-code-sample',
  severity: 'warning',
  about: 'an entry of `x-codeSamples` without `lang` or `source`',
  find: ({ operations }) =>
    operations.flatMap(({ node, path }) =>
      CODE_SAMPLES.flatMap((key) =>
        asArray(own(node, key)).flatMap((sample, index) =>
          judge(sample, [...path, key, String(index)]),
        ),
      ),
    ),
};

function judge(sample: unknown, path: readonly string[]): Finding[] {
  const missing = ['lang', 'source'].filter((name) => {
    const text = own(sample, name);
    return text === undefined || (typeof text === 'string' && text.trim() === '');
  });
  if (!isObject(sample) || missing.length === 0) return [];
  return [
    {
      path,
      part: 'value',
      message: `This sample is not shown: it has no ${missing.join(' and no ')}.`,
      suggestion: `Give it ${missing.map((name) => `"${name}"`).join(' and ')}, or remove it.`,
    },
  ];
}
