import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Change, oppositeKind } from '../../../src/changes/change.ts';
import { compareDocuments } from '../../../src/changes/compare.ts';
import { RULES, UNUSED } from '../../../src/changes/rules/table.ts';
import type { Document } from '../../../src/openapi/types.ts';
import { documentsOf, judge, readCorpus, rulesIn } from './corpus.ts';
import { inlined, reordered, split } from './variants.ts';

const CASES = readCorpus(fs.readFileSync(path.join(import.meta.dirname, 'corpus.yaml'), 'utf8'));
const named = CASES.map(([part, one]) => [part, one.name, one] as const);

/** What a change says, whichever document comes first. */
function unordered(changes: readonly Change[], isMirrored: boolean): string[] {
  return changes
    .map(({ kind, before, after, operations }) =>
      JSON.stringify([
        isMirrored ? oppositeKind(kind) : kind,
        isMirrored ? after : before,
        isMirrored ? before : after,
        // Names of operations that were moved are those of the later document.
        kind === 'operation-renamed' ? Object.keys(operations) : operations,
      ]),
    )
    .sort();
}

describe('one change', () => {
  it('there are many', () => {
    expect(CASES.length).toBeGreaterThan(250);
    expect(new Set(CASES.map(([part, { name }]) => `${part} ${name}`)).size).toBe(CASES.length);
  });

  it.each(named)('%s: %s', (part, _, one) => {
    const judged = judge(...documentsOf(part, one));
    expect(rulesIn(judged)).toEqual([...one.rules].sort());
    for (const { verdicts, level } of judged) {
      expect(level).toBe(verdicts[0].level);
      for (const { message } of verdicts) {
        expect(message).toMatch(/^[A-Z][^\n]*\.$/);
        expect(message).not.toMatch(/undefined|\[object/);
      }
    }
  });

  it.each(named)('%s: %s, the other way round', (part, _, one) => {
    const [before, after] = documentsOf(part, one);
    const there = compareDocuments(before, after);
    const back = compareDocuments(after, before);
    const moves = [...there, ...back].some(({ kind }) => kind.startsWith('operation-renamed'));
    // A parameter's key in the operations is that of the later path.
    if (moves || /path parameter/.test(one.name))
      expect(back.map(({ kind }) => kind).sort()).toEqual(
        there.map(({ kind }) => oppositeKind(kind)).sort(),
      );
    else expect(unordered(back, true)).toEqual(unordered(there, false));
  });

  it.each(named)('%s: %s, in another form', (part, _, one) => {
    const [before, after] = documentsOf(part, one);
    expect(compareDocuments(before, before)).toEqual([]);
    expect(compareDocuments(after, structuredClone(after))).toEqual([]);
    expect(compareDocuments(before, reordered(before))).toEqual([]);
    expect(compareDocuments(after, inlined(after))).toEqual([]);
    expect(onlyComponents(compareDocuments(after, split(after)))).toEqual([]);
    const changes = compareDocuments(before, after);
    expect(compareDocuments(before, reordered(after)).map(identity).sort()).toEqual(
      changes.map(identity).sort(),
    );
    expect(JSON.parse(JSON.stringify(changes))).toEqual(changes);
  });
});

/** Without the order of lists, whose indexes are in pointers. */
function identity({ kind, name, operations }: Change): string {
  return JSON.stringify([kind, name, operations]);
}

/** All changes but those that say that there are other components. */
function onlyComponents(changes: readonly Change[]): Change[] {
  return changes.filter(({ kind }) => kind !== 'schema-added' && kind !== 'schema-removed');
}

describe('the rules of oasdiff', () => {
  const checks: Record<string, string | string[] | { none: string }> = parse(
    fs.readFileSync(path.join(import.meta.dirname, 'oasdiff-checks.yaml'), 'utf8'),
  );
  const ids = new Set(RULES.map(({ id }) => id));

  it.each(Object.entries(checks))('%s', (_, ours) => {
    if (typeof ours === 'object' && 'none' in ours) expect(ours.none).toMatch(/^[A-Z].{30,}\.$/);
    else for (const id of [ours].flat()) expect(ids).toContain(id);
  });

  it('are all there', () => {
    expect(Object.keys(checks).length).toBeGreaterThan(500);
  });
});

describe('what nobody expects', () => {
  const of = (schema: unknown): Document =>
    JSON.parse(
      JSON.stringify({
        openapi: '3.1.1',
        info: { title: 'A', version: '1' },
        paths: {
          '/a': { get: { responses: { 200: { content: { 'application/json': { schema } } } } } },
        },
        components: {
          schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } },
        },
      }),
    );

  it('names that JavaScript has are names', () => {
    const before = JSON.parse(
      '{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"type":"string"}}}',
    );
    const after = JSON.parse(
      '{"type":"object","properties":{"__proto__":{"type":"integer"},"toString":{"type":"string"}},"required":["__proto__"]}',
    );
    const one = JSON.parse(
      JSON.stringify(of('SCHEMA')).replace('"SCHEMA"', JSON.stringify(before)),
    );
    const other = JSON.parse(
      JSON.stringify(of('SCHEMA')).replace('"SCHEMA"', JSON.stringify(after)),
    );
    const changes = compareDocuments(one, other);
    expect(changes.map(({ kind, name }) => [kind, name]).sort()).toEqual([
      ['property-added', 'toString'],
      ['property-removed', 'constructor'],
      ['required-added', '__proto__'],
      ['type-changed', undefined],
    ]);
    expect(Object.prototype).not.toHaveProperty('type');
  });

  it('references in a ring end', () => {
    const ring = of({ $ref: '#/components/schemas/A' });
    expect(compareDocuments(ring, of({ type: 'string' }))).not.toEqual([]);
    expect(compareDocuments(ring, structuredClone(ring))).toEqual([]);
  });

  it('values of wrong types are compared with nothing', () => {
    for (const wrong of [null, 1, 'text', [], [[]], { properties: 1, required: 'a', oneOf: {} }]) {
      expect(compareDocuments(of(wrong), of(wrong))).toEqual([]);
      expect(() => compareDocuments(of(wrong), of({ type: 'object' }))).not.toThrow();
    }
    for (const field of ['paths', 'components', 'tags', 'servers', 'security', 'webhooks', 'info'])
      for (const wrong of [
        null,
        1,
        'text',
        [1],
        { a: 1 },
        { a: { get: 1, post: { parameters: 1, responses: [], callbacks: 'x' } } },
      ]) {
        const odd = { ...of({}), [field]: wrong } as unknown as Document;
        expect(() => compareDocuments(odd, of({}))).not.toThrow();
        expect(compareDocuments(odd, structuredClone(odd))).toEqual([]);
      }
  });

  it('a change that no operation is concerned by is of no consequence', () => {
    const [change] = judge(of({}), {
      ...of({}),
      components: { schemas: { A: { type: 'string' }, B: { $ref: '#/components/schemas/A' } } },
    });
    expect(change?.verdicts[0].rule).toBe(UNUSED.id);
  });
});
