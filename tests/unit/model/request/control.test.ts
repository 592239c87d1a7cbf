import { describe, expect, it } from 'vitest';
import { inline } from '../../../../src/json/guards.ts';
import { isNumber } from '../../../../src/json/number.ts';
import { jsonText, parseJson } from '../../../../src/json/text.ts';
import { createContext } from '../../../../src/model/page/context.ts';
import { controlOf, givenValue, inputOf, isSecret } from '../../../../src/model/request/control.ts';
import type { SliceDocument } from '../../../../src/slices/slice.ts';

const context = createContext({
  openapi: '3.1.0',
  info: { title: '', version: '' },
  components: { schemas: { Color: { enum: ['red', 'blue'] } } },
} as unknown as SliceDocument);

const COLOR = { $ref: '#/components/schemas/Color' };

describe('the control for a schema', () => {
  it.each([
    [{ type: 'string' }, 'text'],
    [{ type: 'string', format: 'password' }, 'password'],
    [{ type: 'string', format: 'date' }, 'date'],
    [{ type: 'string', format: 'date-time' }, 'date-time'],
    [{ type: 'string', format: 'binary' }, 'file'],
    [{ type: 'string', format: 'constructor' }, 'text'],
    [{ type: ['integer', 'null'] }, 'number'],
    [{ type: ['integer', 'string'] }, 'text'],
    [{ type: 'boolean' }, 'choice'],
    [{ const: 1 }, 'choice'],
    [COLOR, 'choice'],
    [{ anyOf: [COLOR, { type: 'null' }] }, 'choice'],
    [{ type: 'array', items: COLOR }, 'choices'],
    [{ type: 'array', items: { type: 'string' } }, 'lines'],
    [{ type: 'array', items: { type: 'array', items: {} } }, 'json'],
    [{ type: 'array', items: { type: 'object' } }, 'json'],
    [{ properties: { a: {} } }, 'json'],
    [{}, 'text'],
    [true, 'text'],
  ])('%j is %s', (schema, kind) => {
    expect(controlOf(schema, context).kind).toBe(kind);
  });
});

describe('what is filled in', () => {
  it.each([
    [{ type: 'string' }, '5', '5'],
    [{ type: 'string' }, '', undefined],
    [{ type: 'integer' }, '5', 5],
    [{ type: 'integer' }, ' 5 ', 5],
    [{ type: 'integer' }, 'five', 'five'],
    [{ type: 'integer' }, ' ', ' '],
    [{ type: 'boolean' }, 'false', false],
    [COLOR, '"blue"', 'blue'],
    [{ enum: [1, null] }, 'null', null],
    [{ type: 'array', items: COLOR }, ['"red"'], ['red']],
    [{ type: 'array', items: COLOR }, [], undefined],
    [{ type: 'array', items: { type: 'integer' } }, '1\n\n2', [1, 2]],
    [{ type: 'array', items: { type: 'string' } }, '1\n2', ['1', '2']],
    [{ type: 'object' }, '{"a":1}', { a: 1 }],
    [{ type: 'object' }, '{"a"', '{"a"'],
    [{ type: 'string', format: 'binary' }, [{ name: 'a.png' }], 'a.png'],
  ] as const)('%j with %j gives %j', (schema, input, value) => {
    expect(givenValue(input as never, controlOf(schema, context))).toEqual(value);
  });

  it.each([
    ['9007199254740993', 'number'],
    ['-0', 'number'],
    ['1.10', 'number'],
    ['1e400', 'number'],
    // What is no number of JSON is sent all the same.
    ['007', 'string'],
    ['.5', 'string'],
    ['Infinity', 'string'],
    ['0x10', 'string'],
  ])('%s is sent as it is typed', (text, type) => {
    for (const [schema, input] of [
      [{ type: 'number' }, text],
      [{ type: 'array', items: { type: 'number' } }, `1\n${text}`],
    ] as const) {
      const control = controlOf(schema, context);
      const value = givenValue(input, control);
      const item: unknown = Array.isArray(value) ? value[1] : value;
      expect(inline(item)).toBe(text);
      expect(isNumber(item)).toBe(type === 'number');
      expect(inputOf(value, control)).toBe(input);
    }
  });

  it('choices that a double does not tell apart are apart', () => {
    const schema = parseJson('{"enum":[9007199254740992,9007199254740993,1.0]}');
    for (const list of [false, true]) {
      const control = controlOf(list ? { type: 'array', items: schema } : schema, context);
      if (control.kind !== 'choice' && control.kind !== 'choices') throw new Error(control.kind);
      const inputs = control.options.map((option) => inputOf(list ? [option] : option, control));
      expect(inputs.flat()).toEqual(['9007199254740992', '9007199254740993', '1.0']);
      expect(inputs.map((input) => jsonText(givenValue(input, control)))).toEqual(
        ['9007199254740992', '9007199254740993', '1.0'].map((text) => (list ? `[${text}]` : text)),
      );
    }
  });

  it.each([
    [{ type: 'string' }, 'a'],
    [{ type: 'integer' }, 5],
    [{ type: 'boolean' }, true],
    [COLOR, 'red'],
    [{ type: 'array', items: COLOR }, ['red', 'blue']],
    [{ type: 'array', items: { type: 'integer' } }, [1, 2]],
    [{ type: 'object' }, { a: [1] }],
    [{ type: 'string', format: 'date' }, '2024-02-29'],
    [{ type: 'string', format: 'date-time' }, '2024-02-29T12:00:00Z'],
  ])('%j: %j is shown as what gives it back', (schema, value) => {
    const control = controlOf(schema, context);
    expect(givenValue(inputOf(value, control), control)).toEqual(value);
  });
});

it.each([
  ['password', {}, true],
  ['apiKey', {}, true],
  ['X-Auth-Token', {}, true],
  ['pin', { format: 'password' }, true],
  ['title', { type: 'string' }, false],
])('%s of %j is a secret: %s', (name, schema, expected) => {
  expect(isSecret(name, schema, context)).toBe(expected);
});
