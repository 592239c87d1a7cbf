import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { loadDocument } from '../../../../src/document/load.ts';
import { asObject, entriesOf, own } from '../../../../src/json/guards.ts';
import { Budget } from '../../../../src/model/examples/budget.ts';
import { sampleValue } from '../../../../src/model/examples/sample-value.ts';
import { createContext } from '../../../../src/model/page/context.ts';
import type { SliceDocument } from '../../../../src/slices/slice.ts';
import { validatorOf } from '../../../support/validator.ts';

const file = createRequire(import.meta.url).resolve('@goauthentik/api/schema.yml');
const loaded = await loadDocument({ document: file, cwd: '/' });
const document = asObject(loaded.document);
/** Every schema of a request body or a response, with its place. */
function* bodies(): Generator<{ place: string; way: 'request' | 'response'; schema: unknown }> {
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
  const validators = {
    request: validatorOf(document.components, 'request'),
    response: validatorOf(document.components, 'response'),
  };
  const all = [...bodies()].filter(({ schema }) => schema !== undefined);
  const invalid = all.flatMap(({ place, way, schema }) => {
    const { value } = sampleValue(schema, { ...context, budget: new Budget() }, { direction: way });
    const errors = validators[way](value, schema);
    return errors.length === 0 ? [] : [{ place, errors: errors.slice(0, 2) }];
  });
  expect(all.length).toBeGreaterThan(1_400);
  expect(invalid).toEqual([]);
});
