import { expect, it } from 'vitest';
import { createContext } from '../../../../src/model/page/context.ts';
import { grantsOf } from '../../../../src/model/request/grant.ts';
import { buildSecurity } from '../../../../src/model/request/security.ts';
import type { SliceDocument } from '../../../../src/slices/slice.ts';

function grants(scheme: object, scopes: string[] = []) {
  const context = createContext({
    openapi: '3.1.0',
    info: { title: '', version: '' },
    components: { securitySchemes: { one: scheme } },
  } as unknown as SliceDocument);
  const [requirement] = buildSecurity([{ one: scopes }], context)[0]?.schemes ?? [];
  if (!requirement) throw new Error('There is no scheme');
  return grantsOf(requirement, 'https://api.example/v1', context);
}

it('are the flows that a page can go, with the scopes that the operation asks for', () => {
  const flow = { tokenUrl: 'token', scopes: { read: 'Look', write: 'Change' } };
  const flows = {
    implicit: flow,
    clientCredentials: flow,
    authorizationCode: { ...flow, authorizationUrl: '/login' },
  };
  const found = grants({ type: 'oauth2', flows }, ['read']);
  expect(found.map(({ type }) => type)).toEqual(['authorizationCode', 'clientCredentials']);
  expect(found[0]).toEqual({
    type: 'authorizationCode',
    authorizationUrl: 'https://api.example/login',
    tokenUrl: 'https://api.example/token',
    scopes: [
      { name: 'read', description: 'Look', isRequired: true },
      { name: 'write', description: 'Change', isRequired: false },
    ],
  });
});

it('of OpenID Connect begin with its discovery', () => {
  const found = grants({ type: 'openIdConnect', openIdConnectUrl: 'https://id.example/c' }, ['a']);
  expect(found.map(({ type, metadataUrl }) => [type, metadataUrl])).toEqual([
    ['authorizationCode', 'https://id.example/c'],
    ['clientCredentials', 'https://id.example/c'],
  ]);
  expect(found[0]?.scopes.map(({ name }) => name)).toEqual(['openid', 'a']);
});

it.each([
  [{ type: 'http', scheme: 'bearer' }],
  [{ type: 'openIdConnect', openIdConnectUrl: 'javascript:alert(1)' }],
  [{ type: 'oauth2', flows: { authorizationCode: 'x' } }],
])('of %j are none', (scheme) => {
  expect(grants(scheme)).toEqual([]);
});

it('lead to no address that runs', () => {
  const flow = {
    tokenUrl: 'javascript:alert(1)',
    authorizationUrl: 'data:text/html,x',
    scopes: {},
  };
  expect(grants({ type: 'oauth2', flows: { authorizationCode: flow } })).toEqual([
    { type: 'authorizationCode', scopes: [] },
  ]);
});
