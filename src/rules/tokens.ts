import { asString } from '../json/guards.ts';
import { isToken } from '../model/request/request.ts';
import type { Rule } from './rule.ts';

/** RFC 9110 sections 5.1 and 9.1: a method and a header name are tokens. */
export const invalidToken: Rule = {
  id: 'invalid-token',
  severity: 'warning',
  about: 'a method or header name with characters that HTTP does not allow',
  *find({ operations, all }) {
    for (const { method, path } of operations) {
      if (isToken(method)) continue;
      yield {
        path,
        message: `${JSON.stringify(method)} is not a valid HTTP method, so the operation has no request samples.`,
        suggestion: `Use only ${ALLOWED}.`,
      };
    }
    for (const { node, path } of [...all('parameter'), ...all('securityScheme')]) {
      const name = node.in === 'header' ? asString(node.name) : undefined;
      if (name === undefined || isToken(name)) continue;
      yield {
        path: [...path, 'name'],
        part: 'value',
        message: `${JSON.stringify(name)} is not a valid header name, so request samples leave the header out.`,
        suggestion: `Use only ${ALLOWED}.`,
      };
    }
  },
};

const ALLOWED = "letters, digits and these characters: ! # $ % & ' * + - . ^ _ ` | ~";
