import { isObject } from '../json/guards.ts';
import type { Rule } from './rule.ts';

/** OpenAPI 3.1 section 4.8.16: responses should include the successful one. */
export const noSuccessResponse: Rule = {
  id: 'no-success-response',
  severity: 'warning',
  about: 'an operation that documents no successful response',
  *find({ operations }) {
    for (const { node, path, name } of operations) {
      if (!isObject(node.responses)) continue;
      const statuses = Object.keys(node.responses).filter((status) => !status.startsWith('x-'));
      if (statuses.some((status) => /^([123]|default$)/i.test(status))) continue;
      yield {
        path: [...path, 'responses'],
        message:
          statuses.length === 0
            ? `${name} has no response.`
            : `${name} has no successful response, only ${statuses.join(', ')}.`,
        suggestion: "Add the response of a successful call: '200', '204', '2XX' or default.",
      };
    }
  },
};
