import { describe, expect, it } from 'vitest';
import { wordAt } from '../../../../src/model/request/body-start.ts';
import { initialValues, requestOf } from '../../../../src/model/request/form-values.ts';
import { type BodyForm, buildRequestForm } from '../../../../src/model/request/request-form.ts';
import type { Selection } from '../../../../src/model/samples/selection.ts';
import type { SliceDocument } from '../../../../src/slices/slice.ts';

const UUID = { type: 'string', format: 'uuid' };
const TEXT = { type: 'string' };
const UUIDS = { type: 'array', minItems: 1, items: UUID };

interface Given {
  readonly method?: string;
  readonly mediaType?: string;
  readonly parameters?: readonly object[];
  readonly selection?: Selection;
}

function formOf(media: object, given: Given = {}) {
  const { method = 'post', mediaType = 'application/json', parameters = [], selection } = given;
  const requestBody = { required: true, content: { [mediaType]: media } };
  const form = buildRequestForm(
    {
      openapi: '3.1.0',
      info: { title: '', version: '' },
      paths: { '/a/{id}': { [method]: { parameters, requestBody } } },
      'x-page': {
        kind: 'operation',
        api: 'a',
        id: 'a',
        title: '',
        path: '/a/{id}',
        method,
        schemaPages: {},
        tagPages: {},
      },
    } as unknown as SliceDocument,
    undefined,
    selection,
  );
  if (!form) throw new Error('There is no form');
  return form;
}

function bodyOf(media: object, given?: Given): BodyForm {
  const [body] = formOf(media, given).bodies;
  if (!body) throw new Error('There is no body');
  return body;
}

const object = (properties: object, more: object = {}): object => ({
  schema: { type: 'object', properties, required: Object.keys(properties), ...more },
});

describe('a body begins without what a reader has to supply', () => {
  it.each<[name: string, properties: object, text: unknown, sample: unknown]>([
    ['a UUID', { flow: UUID }, {}, { flow: 'FLOW_ID' }],
    ['any text', { serial: TEXT }, {}, { serial: 'SERIAL' }],
    ['a list of them', { groups: UUIDS }, { groups: [] }, { groups: ['GROUP_ID'] }],
    [
      'inside of an object',
      { owner: { type: 'object', required: ['team'], properties: { team: UUID } } },
      { owner: {} },
      { owner: { team: 'TEAM_ID' } },
    ],
    ['a default', { a: { ...TEXT, default: 'x' } }, { a: 'x' }, { a: 'x' }],
    ['an enumeration', { a: { enum: ['x', 'y'] } }, { a: 'x' }, { a: 'x' }],
    ['an example', { a: { ...TEXT, examples: ['Ann'] } }, { a: 'Ann' }, { a: 'Ann' }],
    ['a number', { count: { type: 'integer' } }, { count: expect.any(Number) }, undefined],
  ])('%s', (_name, properties, text, sample) => {
    const body = bodyOf(object(properties));
    expect(JSON.parse(body.text)).toEqual(text);
    if (sample) expect(JSON.parse(body.sample)).toEqual(sample);
  });

  it('and its fields show what samples have', () => {
    const { start } = bodyOf(object({ flow: UUID, groups: UUIDS }));
    expect(wordAt(start, ['flow'])).toBe('FLOW_ID');
    expect(wordAt(start, ['groups', 0])).toBe('GROUP_ID');
    expect(wordAt(start, ['groups', 5])).toBeUndefined();
    expect(wordAt(start, ['other'])).toBeUndefined();
  });

  it('a form as well', () => {
    const { initial, entries } = bodyOf(object({ flow: UUID, kind: { enum: ['x'] } }), {
      mediaType: 'application/x-www-form-urlencoded',
    });
    expect(initial).toEqual(['', '"x"']);
    expect(entries.map(({ placeholder }) => placeholder)).toEqual([
      'FLOW_ID, string (uuid)',
      'string',
    ]);
  });

  it('samples have placeholders until it changes, and what is sent never has', () => {
    const form = formOf(object({ flow: UUID }));
    const values = initialValues(form);
    const textOf = (use: 'sample' | 'send', text = values.bodies[0]?.text ?? ''): unknown => {
      const bodies = values.bodies.map((body) => ({ ...body, text }));
      const { body } = requestOf(form, { ...values, bodies }, {}, use);
      return body && 'text' in body ? JSON.parse(body.text) : undefined;
    };
    expect(textOf('sample')).toEqual({ flow: 'FLOW_ID' });
    expect(textOf('send')).toEqual({});
    expect(textOf('sample', '{"flow":"x"}')).toEqual({ flow: 'x' });
  });
});

describe('PATCH', () => {
  const change = object({ name: TEXT, size: { type: 'integer' } }, { required: [] });
  const patch = { method: 'patch' };

  it('without required fields begins with nothing, which samples show: it is what is sent', () => {
    const body = bodyOf(change, patch);
    expect(body.text).toBe('{}');
    expect(body.sample).toBe('{}');
  });

  it('so it does if there is an example', () => {
    const body = bodyOf({ ...change, example: { name: 'Ann' } }, patch);
    expect(body.text).toBe('{}');
    expect(body.sample).toBe('{}');
  });

  it('a form as well', () => {
    const mediaType = 'multipart/form-data';
    expect(bodyOf(change, { ...patch, mediaType }).initial).toEqual(['', '']);
  });

  it.each<[string, object, Given]>([
    ['with a required field', object({ kind: { enum: ['x'] } }), patch],
    ['of all fields', change, { ...patch, selection: { fields: 'all', anchors: [] } }],
    ['that is not PATCH', change, { method: 'put' }],
  ])('one %s begins with values', (_name, media, given) => {
    expect(bodyOf(media, given).text).not.toBe('{}');
  });
});

describe('a parameter that is required', () => {
  it.each<[schema: object, placeholder: string]>([
    [UUID, 'ID, string (uuid)'],
    [{ ...TEXT, default: 'x' }, 'string, default x'],
    [{ enum: ['x', 'y'] }, 'string'],
  ])('%j is empty, and shows %s', (schema, placeholder) => {
    const parameters = [{ name: 'id', in: 'path', required: true, schema }];
    const [entry] = formOf({}, { parameters }).parameters;
    expect([entry?.initial, entry?.placeholder]).toEqual(['', placeholder]);
  });
});
