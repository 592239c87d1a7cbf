import { describe, expect, it } from 'vitest';
import { pathCost } from '../../../src/search/path.ts';
import { parseQuery, segmentsOf, toggleFilter } from '../../../src/search/query.ts';

describe('parseQuery', () => {
  it.each([
    ['page_size', { text: 'page_size', words: ['page', 'size'] }],
    ['  a   b ', { text: 'a b', words: ['a', 'b'] }],
    ['field:is_superuser', { text: 'is_superuser', kinds: ['field'] }],
    ['guide:install', { text: 'install', kinds: ['guide', 'heading'] }],
    ['method:post users', { text: 'users', method: 'POST' }],
    ['users METHOD:Post', { text: 'users', method: 'POST' }],
    ['tag:Core api:authentik x', { text: 'x', tag: 'core', api: 'authentik' }],
    ['tag:"Two words" x', { text: 'x', tag: 'two words' }],
    ['tag:', { text: '', words: [] }],
    // Other words before a colon are text.
    ['urn:example', { text: 'urn:example', words: ['urn', 'example'] }],
    ['toString:x', { text: 'toString:x' }],
    ['GET users', { words: ['get', 'users'], path: [] }],
    ['/core/users/{id}', { words: ['core', 'users'], path: ['core', 'users', '{id}'] }],
    ['GET /core/users/42/', { words: ['get', 'core', 'users'], path: ['core', 'users', '42'] }],
    ['core/users', { path: ['core', 'users'] }],
    ['impersonate core/users', { words: ['impersonate', 'core', 'users'], path: [] }],
    ['/{owner}/{repo}', { words: ['owner', 'repo'], path: ['{owner}', '{repo}'] }],
    ['method:post operation:', { text: '', kinds: ['operation'], method: 'POST' }],
    ['https://host.example/api/users?page=1', { path: ['api', 'users'] }],
  ])('%s', (source, expected) => {
    expect(parseQuery(source)).toMatchObject(expected);
  });
});

describe('toggleFilter', () => {
  it.each([
    ['users', 'method', 'post', 'method:post users'],
    ['method:get users', 'method', 'post', 'method:post users'],
    ['users method:post', 'method', 'post', 'users'],
    ['users', 'tag', 'Two words', 'tag:"Two words" users'],
    ['tag:"Two words" users', 'tag', 'Two words', 'users'],
    ['urn:x users', 'tag', 'a', 'tag:a urn:x users'],
    ['users', 'tag', 'a "b" c', 'tag:"a b c" users'],
  ])('%s with %s:%s', (source, name, value, expected) => {
    expect(toggleFilter(source, name, value)).toBe(expected);
  });
});

describe('pathCost', () => {
  const path = '/core/users/{id}/impersonate/';
  it.each([
    ['/core/users/{id}/impersonate/', 0],
    ['/core/users/:user/impersonate', 0],
    ['/core/users/42/impersonate', 0],
    ['/api/v3/core/users/42/impersonate', 1],
    ['/core/users/me/impersonate', 3],
    ['/core/users/{id}/imper', 2],
    ['/core/users/{id}', 5],
    ['/core/groups/{id}/impersonate/', undefined],
    ['/', undefined],
  ])('of %s', (asked, cost) => {
    expect(pathCost(segmentsOf(asked), path)).toBe(cost);
  });

  it('takes a literal segment before a parameter', () => {
    const asked = segmentsOf('/users/me');
    expect(pathCost(asked, '/users/me/')).toBeLessThan(pathCost(asked, '/users/{id}/') ?? 0);
  });
});
