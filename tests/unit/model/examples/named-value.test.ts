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
    ['common_name', 'example.com'],
    ['path', 'path'],
    ['filePath', '/path'],
    ['pathname', '/path'],
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
  ['expires', 'date-time', '2030-01-15T09:30:00Z'],
  ['tokenExpiry', 'date', '2030-01-01'],
  ['expiration_date', 'date', '2030-01-01'],
  ['expiresAt', 'date-time', '2030-01-15T09:30:00Z'],
  ['valid_until', 'date-time', '2030-01-15T09:30:00Z'],
  ['expired_at', 'date-time', '2024-01-15T09:30:00Z'],
  ['created', 'date-time', '2024-01-15T09:30:00Z'],
  ['expiry', undefined, 'string'],
])('a date by its name: %s as %s is %s', (name, format, expected) => {
  expect(valueFor(name, { type: 'string', ...(format && { format }) })).toBe(expected);
});

describe('a text by its description', () => {
  it.each([
    ['(Format: hours=1;minutes=2).', 'hours=1;minutes=2'],
    ['After this.(Format: days=-2;hours=3)', 'days=-2;hours=3'],
    ['Format: `a=1`', 'a=1'],
    ['The locale (e.g. en_US)', 'en_US'],
    ['The locale, e.g. `en_US` or `de`', 'en_US'],
    ['The name (e.g., `a b`).', 'a b'],
    ['For example `x-1`', 'x-1'],
    ['Example: `x-1`', 'x-1'],
    ['A day (Format: YYYY-MM-DD)', 'string'],
    ['An id, e.g. `<name>`', 'string'],
    ['The locale, e.g. en_US', 'string'],
    ['For example, when sending', 'string'],
    ['Format: json', 'string'],
    [`e.g. \`${'x'.repeat(101)}\``, 'string'],
  ])('%s', (description, expected) => {
    expect(valueFor('x', { type: 'string', description })).toBe(expected);
  });

  it('is less than its form, and the same only once', () => {
    const described = { type: 'string', description: 'Such as (e.g. ab)' };
    expect(valueFor('x', { ...described, format: 'uuid' })).toMatch(/^123e/);
    expect(valueFor('x', { ...described, minLength: 3 })).toBe('string');
    const list = { type: 'array', minItems: 2, uniqueItems: true, items: described };
    expect(valueFor('x', list)).toEqual(['ab', 'string1']);
  });
});

it.each([
  ['port', { type: 'integer' }, 443],
  ['page_size', { type: 'integer' }, 20],
  ['id', { type: 'integer' }, 1],
  ['id', { type: 'integer', minimum: 10 }, 10],
  ['latitude', { type: 'number' }, 52.52],
  ['latitude', { type: 'number', maximum: 1 }, 0],
  ['user', { type: 'integer' }, 1],
  ['provider', { type: 'integer', nullable: true }, 1],
  ['users', { type: 'integer' }, 0],
  ['users', { type: 'array', items: { type: 'integer' } }, [1]],
  ['validity_days', { type: 'integer' }, 365],
  ['validity_days', { type: 'integer', maximum: 30 }, 0],
  ['order', { type: 'integer' }, 0],
])('a number by its name: %s %j', (name, schema, expected) => {
  expect(valueFor(name, schema)).toEqual(expected);
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

describe('a page of a list is the first of two', () => {
  it.each([
    ['next', 2],
    ['next_page', 2],
    ['nextPage', 2],
    ['current', 1],
    ['current_page', 1],
    ['totalPages', 2],
    ['page_count', 2],
    ['start_index', 1],
    ['end_index', 20],
    ['count', 40],
    ['total', 40],
    ['totalItems', 40],
    ['previous', 0],
    ['next_retry', 0],
  ])('%s: %d', (name, expected) => {
    expect(valueFor(name, { type: 'integer' }, 'Pagination')).toBe(expected);
  });
});
