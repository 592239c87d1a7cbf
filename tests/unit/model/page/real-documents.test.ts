import { expect, it } from 'vitest';
import { loadDocument } from '../../../../src/document/load.ts';
import { entriesOf, isObject } from '../../../../src/json/guards.ts';
import { Budget } from '../../../../src/model/examples/budget.ts';
import { sampleValue } from '../../../../src/model/examples/sample-value.ts';
import { createContext } from '../../../../src/model/page/context.ts';
import { componentRef } from '../../../../src/model/schema/ref.ts';
import { isValid } from '../../../../src/model/schema/schema-check.ts';
import { toXml } from '../../../../src/model/schema/xml.ts';
import type { SliceDocument } from '../../../../src/slices/slice.ts';
import { realDocuments } from '../../../support/documents.ts';
import { ROOT } from '../../../support/site.ts';
import { validatorOf } from '../../../support/validator.ts';
import { xmlErrors } from '../../../support/xml.ts';

const own = ['openapi/bookshop.yaml', 'openapi/conformance.yaml'];
const documents = [...realDocuments().map(({ document }) => document), ...own];

/** The schemas of all bodies, wherever they stand. */
function* bodies(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) for (const item of value) yield* bodies(item);
  for (const [key, child] of entriesOf(value)) {
    if (key !== 'content') yield* bodies(child);
    else for (const [, media] of entriesOf(child)) if (isObject(media)) yield media.schema;
  }
}

/** How many values there were, how many of those no value could be valid, and how many ajv cannot judge. */
const count = { all: 0, impossible: 0, unread: 0 };

it.each(documents)('examples of %s are valid, and well-formed as XML', async (file) => {
  const { document } = await loadDocument({ document: file, cwd: ROOT });
  const context = createContext(document as unknown as SliceDocument);
  const errorsOf = validatorOf(document?.components ?? {}, 'both');
  const isPossible = (value: unknown, schema: unknown): boolean => {
    try {
      errorsOf(value, schema);
    } catch (error) {
      // Anchors and pointers into other places are not among the components.
      if (!/can't resolve reference/.test(String(error))) throw error;
      count.unread += 1;
      return false;
    }
    const isFine = isValid(value, schema, { lookUp: context.lookUp, direction: 'both' });
    if (!isFine) count.impossible += 1;
    return isFine;
  };
  const named = Object.keys(document?.components?.schemas ?? {}).map((name) => ({
    $ref: componentRef(name),
  }));
  for (const schema of [...named, ...bodies(document)]) {
    if (schema === undefined) continue;
    const fresh = () => ({ ...context, budget: new Budget() });
    const { value, cut } = sampleValue(schema, fresh(), { direction: 'both' });
    count.all += 1;
    if (!cut && isPossible(value, schema)) {
      const what = JSON.stringify({ schema, value }).slice(0, 1_000);
      expect(errorsOf(value, schema), what).toEqual([]);
    }
    const text = toXml(value, schema, fresh());
    expect(xmlErrors(text), text).toEqual([]);
  }
});

it('of enough of them to mean something', () => {
  expect(count.all).toBeGreaterThan(1_000);
  // Types that exclude each other, and choices of which one shall match, but that are the same.
  expect(count.impossible).toBeLessThan(20);
  expect(count.unread).toBeLessThan(10);
});
