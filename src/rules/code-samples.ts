import { asArray, isObject, own } from '../json/guards.ts';
import { CODE_SAMPLES } from '../model/samples/code-samples.ts';
import type { Rule } from './rule.ts';

/**
 * `x-codeSamples`, introduced by Redoc: objects with `lang`, `source` and optionally `label`. Wrong types are
 * reported when the document is loaded.
 */
export const invalidCodeSample: Rule = {
  id: 'invalid-code-sample',
  severity: 'warning',
  about: 'an entry of `x-codeSamples` without `lang` or `source`',
  *find({ operations }) {
    for (const { node, path } of operations) {
      for (const key of CODE_SAMPLES) {
        for (const [index, sample] of asArray(own(node, key)).entries()) {
          const missing = ['lang', 'source'].filter((name) => isMissing(own(sample, name)));
          if (!isObject(sample) || missing.length === 0) continue;
          yield {
            path: [...path, key, String(index)],
            part: 'value',
            message: `This sample is not shown: it has no ${missing.join(' and no ')}.`,
            suggestion: `Give it ${missing.map((name) => `"${name}"`).join(' and ')}, or remove it.`,
          };
        }
      }
    }
  },
};

function isMissing(text: unknown): boolean {
  return text === undefined || (typeof text === 'string' && text.trim() === '');
}
