import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { loadDocument } from '../../../src/document/load.ts';
import { Budget } from '../../../src/model/budget.ts';
import { createContext } from '../../../src/model/context.ts';
import {
  asArray,
  asObject,
  entriesOf,
  isObject,
  own,
  stringsOf,
} from '../../../src/model/guards.ts';
import { sampleValue } from '../../../src/model/sample-value.ts';
import type { SliceDocument } from '../../../src/slices/slice.ts';

const file = createRequire(import.meta.url).resolve('@goauthentik/api/schema.yml');
const loaded = await loadDocument({ document: file, cwd: '/' });
const document = asObject(loaded.document);
const directions = { request: 'readOnly', response: 'writeOnly' } as const;
type Way = keyof typeof directions;

/** The schema as a validator has to read it: one way only, and with discriminators as constants. */
function translated(schema: unknown, way: Way): unknown {
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    if (key === '$ref' && typeof value === 'string') {
      return `doc${value}`;
    }
    const tag = own(own(value, 'discriminator'), 'propertyName');
    if (typeof tag === 'string' && Array.isArray(value.oneOf)) {
      const mapping = entriesOf(value.discriminator.mapping);
      value.oneOf = value.oneOf.map((option: { $ref: string }) => {
        const values = mapping
          .filter(([, target]) => `doc${target}` === option.$ref)
          .map(([name]) => name);
        return { allOf: [option], required: [tag], properties: { [tag]: { enum: values } } };
      });
    }
    if (isObject(value) && Array.isArray(value.required) && isObject(value.properties)) {
      const isLeftOut = (name: string) =>
        own(own(value.properties, name), directions[way]) === true;
      return { ...value, required: stringsOf(value.required).filter((name) => !isLeftOut(name)) };
    }
    return value;
  });
}

function validatorOf(way: Way): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, logger: false });
  addFormats.default(ajv);
  return ajv.addSchema({ $id: 'doc', components: asObject(translated(document.components, way)) });
}

/** Every schema of a request body or a response, with its place. */
function* bodies(): Generator<{ place: string; way: Way; schema: unknown }> {
  for (const [path, item] of entriesOf(document.paths)) {
    for (const [method, operation] of entriesOf(item)) {
      const place = `${method} ${path}`;
      for (const [type, media] of entriesOf(own(own(operation, 'requestBody'), 'content'))) {
        yield { place: `${place} ${type}`, way: 'request', schema: own(media, 'schema') };
      }
      for (const [status, response] of entriesOf(own(operation, 'responses'))) {
        for (const [type, media] of entriesOf(own(response, 'content'))) {
          yield {
            place: `${place} ${status} ${type}`,
            way: 'response',
            schema: own(media, 'schema'),
          };
        }
      }
    }
  }
}

it('makes valid examples for all of authentik', () => {
  const context = createContext(document as unknown as SliceDocument);
  const validators = { request: validatorOf('request'), response: validatorOf('response') };
  const all = [...bodies()].filter(({ schema }) => schema !== undefined);
  const invalid = all.flatMap(({ place, way, schema }) => {
    const { value } = sampleValue(schema, { ...context, budget: new Budget() }, way);
    const isFine = validators[way].validate(asObject(translated(schema, way)), value);
    return isFine ? [] : [{ place, errors: asArray(validators[way].errors).slice(0, 2) }];
  });
  expect(all.length).toBeGreaterThan(1_400);
  expect(invalid).toEqual([]);
});
