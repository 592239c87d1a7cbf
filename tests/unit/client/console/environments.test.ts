import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  chosenEnvironment,
  environmentOf,
  keepEnvironment,
  readEnvironments,
  removeEnvironment,
  serverOf,
} from '../../../../src/client/console/environments.ts';
import {
  sharedEnvironment,
  sharedValues,
  shareLink,
} from '../../../../src/client/console/share.ts';
import { initialValues } from '../../../../src/model/request/form-values.ts';
import { buildRequestForm, type RequestForm } from '../../../../src/model/request/request-form.ts';
import type { SliceDocument } from '../../../../src/slices/slice.ts';

const TENANTS = {
  url: 'https://{tenant}.example/{access_token}/{version}',
  variables: {
    tenant: { default: 'a' },
    access_token: { default: 'none' },
    version: { default: '1', enum: ['1', '2'] },
  },
};

function formOf(...servers: readonly object[]): RequestForm {
  const form = buildRequestForm({
    openapi: '3.1.0',
    info: { title: '', version: '' },
    servers,
    paths: { '/a': { get: {} } },
    'x-page': { kind: 'operation', api: 'a', id: 'a', title: '', path: '/a', method: 'get' },
  } as unknown as SliceDocument);
  if (!form) throw new Error('There is no form');
  return form;
}

const form = formOf({ url: '/v1' }, TENANTS);
const valuesOf = (server: string, host = '', variables: readonly string[] = []) => ({
  ...initialValues(form),
  server,
  host,
  variables,
});

let stored: Map<string, string>;
beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal('location', new URL('https://docs.example/page/'));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('an environment', () => {
  it.each([
    ['of its own', valuesOf('own', 'https://own.example/v2')],
    ['of a server without a host', valuesOf('0', 'https://my.example')],
    ['of a server with variables', valuesOf('1', '', ['b', 'none', '2'])],
  ])('%s is kept, found and chosen again', (_, values) => {
    const other = valuesOf('1', '', ['c', 'none', '1']);
    keepEnvironment('a', environmentOf(form, other, 'Test'));
    keepEnvironment('a', environmentOf(form, values, 'Staging'));
    const all = readEnvironments('a');
    expect(all.map(({ name }) => name)).toEqual(['Staging', 'Test']);
    const [environment] = all;
    expect(environment && serverOf(form, environment)).toEqual({
      server: values.server,
      host: values.host,
      variables: values.variables,
    });
    expect(chosenEnvironment(form, values, all)?.name).toBe('Staging');
    expect(chosenEnvironment(form, valuesOf('own', 'https://no.example'), all)).toBeUndefined();
    removeEnvironment('a', 'Staging');
    removeEnvironment('a', 'Test');
    expect(stored.size).toBe(0);
  });

  it('with a name that is there replaces the other', () => {
    keepEnvironment('a', environmentOf(form, valuesOf('own', 'https://one.example'), 'A'));
    keepEnvironment('a', environmentOf(form, valuesOf('own', 'https://two.example'), 'A'));
    expect(readEnvironments('a').map(({ host }) => host)).toEqual(['https://two.example']);
  });

  it('is not for an operation with other servers, and not for another API', () => {
    const environment = environmentOf(form, valuesOf('1', '', ['b', 'none', '2']), 'A');
    expect(serverOf(formOf({ url: 'https://else.example' }), environment)).toBeUndefined();
    // The document has changed: the value is none of the variable's.
    const changed = structuredClone(TENANTS);
    changed.variables.version.enum = ['1', '3'];
    expect(serverOf(formOf(changed), environment)?.variables).toEqual(['b', 'none', '1']);
    keepEnvironment('a', environment);
    expect(readEnvironments('b')).toEqual([]);
  });

  it.each([
    ['{', []],
    ['{}', []],
    ['[{"name":1},{"name":"A","host":"javascript:alert(1)","variables":{"x":1}}]', ['A']],
  ])('stored as %s is read with care', (text, names) => {
    stored.set('ref-environments a', text);
    const all = readEnvironments('a');
    expect(all.map(({ name }) => name)).toEqual(names);
    for (const { host, variables } of all) expect([host, variables]).toEqual(['', {}]);
  });
});

describe('a link', () => {
  it('has the name of the environment, and no values of variables that are secret', () => {
    const values = valuesOf('1', '', ['b', 's3cret', '2']);
    keepEnvironment('a', environmentOf(form, values, 'Staging'));
    const { hash } = new URL(shareLink(form, values) ?? '');
    expect(
      atob(hash.slice('#try='.length).replaceAll('-', '+').replaceAll('_', '/')),
    ).not.toContain('s3cret');
    expect(sharedEnvironment(hash)).toBe('Staging');
    expect(sharedValues(hash, initialValues(form), form)?.variables).toEqual(['b', 'none', '2']);
  });

  it('has none if the server has no name', () => {
    const { hash } = new URL(shareLink(form, valuesOf('own', 'https://x.example')) ?? '');
    expect(sharedEnvironment(hash)).toBeUndefined();
  });
});
