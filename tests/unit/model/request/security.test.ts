import { expect, test } from 'vitest';
import { createContext } from '../../../../src/model/page/context.ts';
import { buildSecurity, securitySchemeOf } from '../../../../src/model/request/security.ts';
import { sliceOf } from '../slice-of.ts';

const flows = {
  authorizationCode: {
    authorizationUrl: 'https://a.example',
    tokenUrl: 'javascript:x',
    scopes: { read: 'Reads.' },
  },
  deviceAuthorization: { deviceAuthorizationUrl: '/device', refreshUrl: '/refresh' },
  bad: 1,
};
const context = createContext(
  sliceOf({
    components: {
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'X-Key', description: 'Ask us.' },
        bearer: { type: 'http', scheme: 'Bearer', bearerFormat: 'JWT' },
        basic: { type: 'http', scheme: 'basic' },
        hoba: { type: 'http', scheme: 'HOBA' },
        oauth: { type: 'oauth2', flows, deprecated: true },
        oidc: { type: 'openIdConnect', openIdConnectUrl: 'https://a.example/.well-known' },
        tls: { type: 'mutualTLS' },
        keyOfWrongTypes: { type: 'apiKey', in: {}, name: [1] },
        odd: { type: 'constructor' },
        alias: { $ref: '#/components/securitySchemes/tls' },
      },
    },
  }),
);

test.each([
  ['key', 'API key in header X-Key'],
  ['bearer', 'API token (bearer)'],
  ['basic', 'HTTP basic authentication'],
  ['hoba', 'HTTP HOBA'],
  ['oauth', 'OAuth 2.0'],
  ['oidc', 'OpenID Connect'],
  ['tls', 'Mutual TLS'],
  ['alias', 'Mutual TLS'],
  ['keyOfWrongTypes', 'API key'],
  ['odd', 'constructor'],
  ['missing', 'missing'],
  ['__proto__', '__proto__'],
])('the scheme %s is told as %s', (name, title) => {
  expect(securitySchemeOf(name, context)).toMatchObject({ name, title });
});

test('facts and flows; only safe addresses become links', () => {
  expect(securitySchemeOf('bearer', context).facts).toEqual([
    { label: 'Bearer format', value: 'JWT' },
  ]);
  expect(securitySchemeOf('oauth', context)).toMatchObject({
    deprecated: true,
    flows: [
      {
        name: 'Authorization code',
        facts: [
          { label: 'Authorization URL', value: 'https://a.example', href: 'https://a.example' },
          { label: 'Token URL', value: 'javascript:x' },
        ],
        scopes: [{ name: 'read', description: 'Reads.' }],
      },
      { name: 'Device authorization', scopes: [] },
    ],
  });
  expect(securitySchemeOf('oauth', context).flows[0]?.facts[1]).not.toHaveProperty('href');
});

test('alternatives, combinations, scopes, and none', () => {
  const told = buildSecurity(
    [{ key: [], oauth: ['read', 'write'] }, {}, { missing: 'x' }],
    context,
  ).map(({ schemes }) => schemes.map(({ scheme, scopes }) => [scheme.name, scopes]));
  expect(told).toEqual([
    [
      ['key', []],
      ['oauth', [{ name: 'read', description: 'Reads.' }, { name: 'write' }]],
    ],
    [],
    [['missing', []]],
  ]);
  expect(buildSecurity(undefined, context)).toEqual([]);
  expect(buildSecurity({ key: [] }, context)).toEqual([]);
});

test.each([
  ['oauth', 'scope'],
  ['oidc', 'scope'],
  ['bearer', 'role'],
  ['missing', 'role'],
])('what a requirement lists for %s is a %s', (name, kind) => {
  const [alternative] = buildSecurity([{ [name]: ['admin'] }], context);
  expect(alternative?.schemes[0]).toMatchObject({ kind, scopes: [{ name: 'admin' }] });
});
