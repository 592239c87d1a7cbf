import { describe, expect, it } from 'vitest';
import { planPages } from '../../../src/slices/plan.ts';
import { buildSlices } from '../../../src/slices/slices.ts';
import { type Connection, connectedDocument } from '../../bench/connected.ts';
import { collectFacts } from '../../bench/facts.ts';
import { object } from '../../bench/json.ts';
import { operationsOf } from '../../bench/operations.ts';
import { withChange } from '../../bench/part-rebuild.ts';
import { syntheticDocument } from '../../bench/synthetic.ts';

describe('synthetic documents', () => {
  it.each([1, 12, 40, 500, 2000, 10_000])(
    'have as many operations as are asked for: %d',
    (count) => {
      const operations = operationsOf(syntheticDocument(count));
      expect(operations).toHaveLength(count);
      expect(new Set(operations.map(({ page }) => page)).size).toBe(count);
    },
  );

  it('are the same each time', () => {
    expect(JSON.stringify(syntheticDocument(200))).toBe(JSON.stringify(syntheticDocument(200)));
  });

  it('have the shape of authentik: tags, schemas, references that lead somewhere', () => {
    const document = syntheticDocument(2000);
    const schemas = object(object(document.components).schemas);
    expect((document.tags as unknown[]).length).toBe(50);
    expect(Object.keys(schemas).length / 2000).toBeCloseTo(0.75, 1);
    const text = JSON.stringify(document);
    const used = new Set(
      [...text.matchAll(/#\/components\/schemas\/([^"]+)/g)].map(([, name = '']) => name),
    );
    expect([...used].filter((name) => !(name in schemas))).toEqual([]);
  });

  it('do not make pages larger as they grow', () => {
    const most = (operations: number): number => {
      const document = syntheticDocument(operations);
      const facts = operationsOf(document).map(
        (operation) => collectFacts(document, operation).length,
      );
      return Math.max(...facts);
    };
    expect(most(4000)).toBeLessThan(1.5 * most(200));
  });
});

describe('connected documents', () => {
  it.each<[Connection, number]>([
    ['ring', 5],
    ['clique', 5],
    // Each reaches those before it.
    ['tower', 3],
  ])('reach as many schemas from an operation: in a %s, %d of 5', (connection, expected) => {
    const document = connectedDocument(connection, 5) as never;
    const { plan } = planPages(document, connection);
    const counts = buildSlices(document, plan)
      .filter(({ page }) => page.kind === 'operation')
      .map(({ json }) => Object.keys(JSON.parse(json).components.schemas).length);
    expect(counts).toHaveLength(5);
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBe(expected);
  });
});

describe('a changed document', () => {
  it.each([3, 40, 200])('differs in one property: %d operations', (operations) => {
    const before = syntheticDocument(operations);
    const after = withChange(before);
    const restored = JSON.stringify(after).replace(
      /"description":"Changed by the benchmark.",?/,
      '',
    );
    expect(JSON.stringify(after)).not.toBe(JSON.stringify(before));
    expect(JSON.stringify(after).match(/Changed by the benchmark/g)).toHaveLength(1);
    expect(restored.replaceAll(',}', '}')).toBe(JSON.stringify(before));
  });
});
