import { beforeAll, describe, expect, it, vi } from 'vitest';
import { isLinked, linkedServer } from '../../../../src/client/console/linked-server.ts';
import { sharedValues, shareLink } from '../../../../src/client/console/share.ts';
import { chosenBaseUrl, isHost } from '../../../../src/model/request/chosen-server.ts';
import {
  type FormValues,
  initialValues,
  requestOf,
} from '../../../../src/model/request/form-values.ts';
import { buildRequestForm, type RequestForm } from '../../../../src/model/request/request-form.ts';
import { curl } from '../../../../src/model/samples/languages/shell.ts';
import { writeSample } from '../../../../src/model/samples/sample.ts';
import type { SliceDocument } from '../../../../src/slices/slice.ts';

const PARAMETERS = [
  { name: 'text', in: 'query', schema: { type: 'string' } },
  { name: 'color', in: 'query', schema: { enum: ['red', 'blue'] } },
  { name: 'sizes', in: 'query', schema: { type: 'array', items: { enum: ['S', 'M'] } } },
  { name: 'tags', in: 'query', schema: { type: 'array', items: { type: 'string' } } },
  { name: 'filter', in: 'query', schema: { type: 'object' } },
  { name: 'count', in: 'query', schema: { type: 'integer' } },
];
const SERVERS = [
  { url: '/v1' },
  { url: 'https://api.example' },
  {
    url: 'https://{tenant}.example/{version}',
    variables: { tenant: { default: 'a' }, version: { default: '1', enum: ['1', '2'] } },
  },
];
const FILE = { type: 'string', format: 'binary' };
const BODY = {
  required: true,
  content: {
    'text/plain': { schema: { type: 'string' }, example: 'words' },
    'application/octet-stream': {},
    'multipart/form-data': {
      schema: { properties: { one: FILE, many: { type: 'array', items: FILE }, note: {} } },
    },
  },
};

function formOf(servers: readonly object[] = SERVERS): RequestForm {
  const form = buildRequestForm({
    openapi: '3.1.0',
    info: { title: '', version: '' },
    servers,
    paths: { '/a': { post: { parameters: PARAMETERS, requestBody: BODY, security: [{}, {}] } } },
    'x-page': {
      kind: 'operation',
      api: 'a',
      id: 'a',
      title: '',
      path: '/a',
      method: 'post',
      schemaPages: {},
      tagPages: {},
    },
  } as unknown as SliceDocument);
  if (!form) throw new Error('There is no form');
  return form;
}

const form = formOf();
const initial = initialValues(form);
const linkOf = (shared: unknown): string =>
  `#try=${Buffer.from(JSON.stringify(shared)).toString('base64url')}`;
const read = (shared: unknown): FormValues => {
  const values = sharedValues(linkOf(shared), initial, form);
  if (!values) throw new Error('Nothing was read');
  return values;
};

beforeAll(() => {
  vi.stubGlobal('location', { origin: 'https://docs.example', pathname: '/a/', search: '' });
  return () => vi.unstubAllGlobals();
});

describe('a link', () => {
  it('brings what was filled in', () => {
    const values: FormValues = {
      ...initial,
      server: '2',
      variables: ['b', '2'],
      alternative: '1',
      parameters: ['x', '"red"', ['"S"', '"M"'], 'one\ntwo', '{"a": 1}', '7'],
      bodyType: '0',
      bodies: initial.bodies.map((body, at) => (at === 0 ? { ...body, text: 'ü\n' } : body)),
    };
    const link = shareLink(form, values);
    expect(sharedValues(new URL(link ?? '').hash, initial, form)).toEqual(values);
  });

  it('is neither made nor read where it is too long', () => {
    const text = 'x'.repeat(100_000);
    const bodies = initial.bodies.map((body) => ({ ...body, text }));
    expect(shareLink(form, { ...initial, bodies })).toBeUndefined();
    expect(sharedValues(linkOf({ ...initial, bodies }), initial, form)).toBeUndefined();
  });

  it.each(['', '#try', '#try=', '#try=!', linkOf([]), linkOf(null), linkOf('x'), '#other'])(
    'without input is none: %s',
    (hash) => {
      expect(sharedValues(hash, initial, form)).toBeUndefined();
    },
  );

  // Each of these is not what a reader could have filled in.
  it.each<[Partial<Record<keyof FormValues, unknown>>]>([
    [{}],
    [{ server: '9' }],
    [{ server: 'length' }],
    [{ server: 0 }],
    [{ server: '-1', host: 7, variables: 'x', alternative: '2', parameters: {}, bodies: 'x' }],
    ...[
      'javascript:alert(1)',
      'data:text/html,x',
      'mailto:a@evil.example',
      'ftp://evil.example',
      'https://good.example@evil.example',
      'https://evil.example\n',
      'http://[',
      '',
    ].map((host): [{ host: string }] => [{ host }]),
    [{ parameters: [7, '"green"', ['"XL"'], ['a'], {}, null] }],
    [{ parameters: ['a\nb', 'red', '"S"', 'a\0b', '\u001b[2J', '1\r2'] }],
    [{ hasBody: 'no', bodyType: '7' }],
    [{ bodies: [{ text: 7 }, { text: 'a\0b' }, { fields: 'x' }] }],
  ])('changes nothing with %j', (shared) => {
    expect(read(shared)).toEqual(initial);
  });

  it('never chooses a file, so no sample names one', () => {
    const file = [{ name: '/etc/passwd' }];
    const fields = ['/etc/passwd', '/etc/passwd', 'note'];
    for (const bodyType of ['1', '2']) {
      for (const chosen of [file, '/etc/passwd', ['/etc/passwd'], { length: 1, 0: file[0] }]) {
        const values = read({ bodyType, bodies: [{}, { file: chosen }, { file: chosen, fields }] });
        expect(writeSample(requestOf(form, values, {}), curl)).not.toContain('/etc/passwd');
      }
    }
  });
});

describe('the server of a link', () => {
  const own = { ...initial, host: 'https://mine.example' };
  const marked = (shared: object, before: FormValues = initial, now: object = {}): boolean => {
    const values = sharedValues(linkOf(shared), before, form);
    if (!values) throw new Error('Nothing was read');
    return isLinked(form, { ...values, ...now }, linkedServer(values, before));
  };

  it.each([
    ['a host', { host: 'https://evil.example' }, true],
    ['a host of its own', { server: 'own', host: 'https://evil.example' }, true],
    ['a host that is not used', { server: '1', host: 'https://evil.example' }, false],
    ['a server of the document', { server: '1' }, false],
    ['usual variables', { server: '2', variables: ['a', '1'] }, false],
    ['a variable of the document', { server: '2', variables: ['a', '2'] }, false],
    ['a variable', { server: '2', variables: ['evil.example/', '1'] }, true],
    ['nothing', {}, false],
  ])('%s: %j, marked: %j', (_name, shared, isMarked) => {
    expect(marked(shared)).toBe(isMarked);
    // Whoever has a server already has not agreed to another one.
    expect(marked(shared, own)).toBe(isMarked);
  });

  it('is no stranger where the reader has it already', () => {
    expect(marked({ host: 'https://mine.example' }, own)).toBe(false);
  });

  it.each([
    ['another host', { host: 'https://evil.example' }, { host: 'https://mine.example' }, false],
    ['another server', { host: 'https://evil.example' }, { server: '1' }, false],
    ['the same host in another place', { host: 'https://evil.example' }, { server: 'own' }, true],
    ['a variable', { server: '2', variables: ['evil', '1'] }, { variables: ['b', '1'] }, false],
    [
      'another variable',
      { server: '2', variables: ['evil', '1'] },
      { variables: ['evil', '2'] },
      true,
    ],
  ])('with %s of the reader: %j then %j, marked: %j', (_name, shared, edit, isMarked) => {
    expect(marked(shared, initial, edit)).toBe(isMarked);
  });

  it('cannot get out of a variable that has an enum', () => {
    const values = read({ server: '2', variables: ['a', '1@evil.example'] });
    expect(chosenBaseUrl(form, values)).toBe('https://a.example/1');
  });
});

it.each([
  ['https://api.example', true],
  ['api.example', true],
  ['localhost:8080', true],
  [' http://127.0.0.1/v1/ ', true],
  ['javascript:alert(1)', false],
  ['javascript://a.example/%0aalert(1)', false],
  ['mailto:a@b.example', false],
  ['data:text/html,x', false],
  ['blob:https://a.example/0', false],
  ['ftp://a.example', false],
  ['https://user@a.example', false],
  ['https://good.example@evil.example', false],
  ['good.example:pw@evil.example', false],
  ['', false],
  ['https://', false],
  ['not a url', false],
  ['https:/a.example', false],
  ['https//a.example', false],
  ['https://a.example/?x=1', false],
  ['https://a.example/#x', false],
])('a base URL of the reader, %j: %j', (text, isFine) => {
  expect(isHost(text)).toBe(isFine);
});
