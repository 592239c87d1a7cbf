import { expect, it } from 'vitest';
import { dropQueryAttributes } from '../../../src/client/query-attributes.ts';

it.each([
  ['?docusaurus-data-has-hydrated=true', ['data-has-hydrated']],
  [
    '?docusaurus-data-ref=&a=b&docusaurus-data-try=https%3A%2F%2Fevil.example',
    ['data-ref', 'data-try'],
  ],
  ['?docusaurus-data-theme=dark&docusaurus-theme=dark', []],
  ['?docusaurus-data-=x&data-try=x', []],
  ['', []],
])('of %s take %j away', (query, expected) => {
  const dropped: string[] = [];
  const root = { removeAttribute: (name: string) => dropped.push(name) } as unknown as Element;
  dropQueryAttributes(root, query);
  expect(dropped).toEqual(expected);
});
