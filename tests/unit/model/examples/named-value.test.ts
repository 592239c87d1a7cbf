import { describe, expect, it } from 'vitest';
import { sampleValue } from '../../../../src/model/examples/sample-value.ts';
import { thingOf } from '../../../../src/model/examples/thing.ts';
import type { Json } from '../../../../src/openapi/types.ts';
import { contextOf, ref } from '../slice-of.ts';

/** The value of a property of a schema. */
function valueFor(name: string, schema: object, owner = 'Thing', direction = 'request'): unknown {
  const schemas = { [owner]: { type: 'object', properties: { [name]: schema } } };
  const { value } = sampleValue(ref(owner), contextOf(schemas), {
    direction: direction as 'request',
  });
  return (value as Record<string, Json>)[name];
}

describe('a text by its name', () => {
  it.each([
    ['username', 'jane'],
    ['userName', 'jane'],
    ['first_name', 'Jane'],
    ['lastName', 'Doe'],
    ['email', 'jane@example.com'],
    ['billing-email', 'jane@example.com'],
    ['webhook_url', 'https://example.com'],
    ['token_url', 'https://example.com'],
    ['country', 'DE'],
    ['phone_number', '+12025550123'],
    ['currency', 'EUR'],
    ['language', 'en'],
    ['background_color', '#0969da'],
    ['host', 'example.com'],
    ['ip_address', '192.0.2.1'],
    ['description', 'A short description'],
    ['password', 'YOUR_PASSWORD'],
    ['client_secret', 'YOUR_CLIENT_SECRET'],
    ['apiKey', 'YOUR_API_KEY'],
    ['name', 'My thing'],
    ['title', 'My thing'],
    ['slug', 'my-thing'],
    ['hostile', 'string'],
    ['pathology', 'string'],
    ['constructor', 'string'],
  ])('%s: %s', (name, expected) => {
    expect(valueFor(name, { type: 'string' })).toBe(expected);
  });

  it.each([
    ['its format', 'email', { format: 'uuid' }, /^123e4567/],
    ['an enum', 'currency', { enum: ['CHF'] }, /^CHF$/],
    ['a constant', 'email', { const: 'x' }, /^x$/],
    ['a default', 'email', { default: 'me' }, /^me$/],
    ['a pattern', 'username', { pattern: '^[A-Z]{3}$' }, /^[A-Z]{3}$/],
    ['a maximum length', 'name', { maxLength: 3 }, /^.{1,3}$/],
    ['a minimum length', 'country', { minLength: 3 }, /^.{3,}$/],
  ])('is less than %s', (_what, name, schema, expected) => {
    expect(valueFor(name, { type: 'string', ...schema })).toMatch(expected);
  });

  it('differs where a list needs it to', () => {
    const list = { type: 'array', minItems: 2, uniqueItems: true, items: { type: 'string' } };
    expect(valueFor('emails', list)).toEqual(['jane@example.com', 'joe@example.com']);
    expect(valueFor('usernames', { ...list, minItems: 3 })).toEqual(['jane', 'joe', 'jane3']);
    expect(new Set(valueFor('countries', { ...list, minItems: 5 }) as string[]).size).toBe(5);
  });

  it('is no placeholder in a response', () => {
    expect(valueFor('token', { type: 'string' }, 'Thing', 'response')).toBe('string');
  });

  it('is a person where the schema is one', () => {
    expect(valueFor('name', { type: 'string' }, 'UserRequest')).toBe('Jane Doe');
    expect(valueFor('slug', { type: 'string' }, 'Customer')).toBe('jane-doe');
  });
});

it.each([
  ['port', { type: 'integer' }, 443],
  ['page_size', { type: 'integer' }, 20],
  ['id', { type: 'integer' }, 1],
  ['id', { type: 'integer', minimum: 10 }, 10],
  ['latitude', { type: 'number' }, 52.52],
  ['latitude', { type: 'number', maximum: 1 }, 0],
  ['order', { type: 'integer' }, 0],
])('a number by its name: %s %j', (name, schema, expected) => {
  expect(valueFor(name, schema)).toBe(expected);
});

it.each([
  ['User', 'user'],
  ['PatchedEmailStageRequest', 'email stage'],
  ['OAuth2ProviderRequest', 'OAuth2 provider'],
  ['LDAPSource', 'LDAP source'],
  ['com.example.CreateOrderDto', 'order'],
  ['user_group', 'user group'],
  ['Request', undefined],
  ['AVeryLongNameOfASchemaThatIsNoThing', undefined],
])('the thing of %s is %s', (name, thing) => {
  expect(thingOf(name)).toBe(thing);
});
