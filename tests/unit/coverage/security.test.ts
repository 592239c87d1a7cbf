import { expect, it } from 'vitest';
import { schemeFacts } from '../../../src/coverage/security.ts';

it.each([
  ['a type and flows', 'oauth2', 'implicit', ['oauth 2.0', 'implicit']],
  ['names that every object of JavaScript has', 'constructor', 'toString', []],
])('facts of a scheme: %s', (_name, type, flow, labels) => {
  const flows = { [flow]: { scopes: { read: '' } } };
  const facts = schemeFacts({ type, flows }, ['scheme']);
  expect(facts.flatMap((fact) => fact.labels ?? [])).toEqual(labels);
  expect(facts.filter(({ kind }) => kind === 'scope').map(({ key }) => key)).toEqual(['read']);
});
