import { describe, expect, it } from 'vitest';
import { withPlaceholders } from '../../../../src/model/samples/body-placeholders.ts';
import { sampleOfFormat } from '../../../../src/model/schema/format.ts';
import { nodeOf } from '../slice-of.ts';

const uuid = (variant = 0): string => sampleOfFormat('uuid', variant) ?? '';

describe('the UUID of an example', () => {
  it.each<[body: unknown, written: unknown, thing?: string]>([
    [{ flow: uuid() }, { flow: 'FLOW_ID' }],
    [{ flowId: uuid() }, { flowId: 'FLOW_ID' }],
    [{ flow_uuid: uuid() }, { flow_uuid: 'FLOW_UUID' }],
    [{ a: [{ flow: uuid() }] }, { a: [{ flow: 'FLOW_ID' }] }],
    [{ groups: [uuid(), uuid(1)] }, { groups: ['GROUP_ID', 'GROUP_ID_2'] }],
    [{ policies: [uuid()] }, { policies: ['POLICY_ID'] }],
    [{ access: [uuid()] }, { access: ['ACCESS_ID'] }],
    [{ id: uuid() }, { id: 'EMAIL_STAGE_ID' }, 'email stage'],
    [{ id: uuid() }, { id: 'ID' }],
    [uuid(), 'STAGE_ID', 'stage'],
    [
      [uuid(), uuid(2), uuid()],
      ['ID', 'ID_2', 'ID'],
    ],
    [
      { a: { flow: uuid() }, b: { flow: uuid(1) } },
      { a: { flow: 'FLOW_ID' }, b: { flow: 'FLOW_ID_2' } },
    ],
    [{ flow: '123e4567-e89b-12d3-a456-426614174000' }, { flow: 'FLOW_ID' }],
    // The word is one placeholder wherever it is: a name may not be it.
    [{ FLOW_ID: uuid() }, { FLOW_ID: 'FLOW_ID_VALUE' }],
    [{ 名: uuid() }, { 名: 'VALUE_ID' }],
  ])('in %j is a placeholder', (body, written, thing) => {
    const found = withPlaceholders(body, thing === undefined ? {} : { thing });
    expect(found.body).toEqual(written);
    expect(found.placeholders.map(({ value }) => value).join()).toMatch(/^123e4567-/);
  });

  it.each([
    [{ flow: '0b6cdb1f-7b3c-4d55-8f4a-6f6f6cf2a5a1' }],
    [{ flow: `urn:uuid:${uuid()}` }],
    [{ flow: 1, name: 'a', none: null }],
    ['a'],
    [undefined],
  ])('is the only text that becomes one: %j', (body) => {
    const found = withPlaceholders(body, {});
    expect(found.body).toBe(body);
    expect(found.placeholders).toEqual([]);
  });

  it('leads to the property on the page, the one nearest to the top', () => {
    const flow = { type: 'string', format: 'uuid' };
    const schema = nodeOf({
      properties: { a: { properties: { flow, deep: flow } }, flow },
      oneOf: [{ properties: { choice: flow } }],
    });
    const body = { flow: uuid(), deep: uuid(), choice: uuid(), gone: uuid() };
    const { placeholders } = withPlaceholders(body, { schema });
    expect(placeholders.map(({ text, target }) => [text, target])).toEqual([
      ['FLOW_ID', 'request-flow'],
      ['DEEP_ID', 'request-a-deep'],
      ['CHOICE_ID', 'request-choice'],
      ['GONE_ID', ''],
    ]);
  });
});

describe('a text that could be anything', () => {
  const TEXT = { type: 'string' };
  const TEXTS = { type: 'array', items: TEXT };

  it.each<[properties: object, body: object, written: object]>([
    [{ serial: TEXT }, { serial: 'string' }, { serial: 'SERIAL' }],
    [{ deviceName: TEXT }, { deviceName: 'string' }, { deviceName: 'DEVICE_NAME' }],
    [{ tags: TEXTS }, { tags: ['string', 'string1'] }, { tags: ['TAG', 'TAG_2'] }],
    [{ post: TEXT }, { post: 'string' }, { post: 'POST_VALUE' }],
    [{ serial: TEXT }, { serial: 'strings' }, { serial: 'strings' }],
    [{ a: TEXT }, { a: 'string' }, { a: 'string' }],
    [{ serial: TEXT }, { other: 'string' }, { other: 'string' }],
    // The document has values for it, here or at another place with the same name.
    [{ type: { enum: ['string', 'number'] } }, { type: 'string' }, { type: 'string' }],
    [{ type: { const: 'string' } }, { type: 'string' }, { type: 'string' }],
    [{ type: { ...TEXT, default: 'string' } }, { type: 'string' }, { type: 'string' }],
    [{ type: { ...TEXT, example: 'string' } }, { type: 'string' }, { type: 'string' }],
    [
      { type: TEXT, a: { properties: { type: { enum: ['string'] } } } },
      { type: 'string' },
      { type: 'string' },
    ],
  ])('of %j in %j is its name', (properties, body, written) => {
    expect(withPlaceholders(body, { schema: nodeOf({ properties }) }).body).toEqual(written);
  });
});
