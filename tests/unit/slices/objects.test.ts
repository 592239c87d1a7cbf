import { expect, test } from 'vitest';
import { Tree } from '../../../src/slices/objects.ts';

test('a tree copies what is on the way to its parts once, and changes nothing that it was made from', () => {
  const original = { components: { schemas: { A: { type: 'string' } } }, tags: [] };
  const before = structuredClone(original);
  const tree = new Tree(original);
  tree.add(['components', 'schemas', 'B'], { type: 'number' });
  const { schemas } = tree.value.components as { schemas: Record<string, unknown> };
  for (let at = 0; at < 1_000; at += 1) tree.add(['components', 'schemas', `S${at}`], true);
  // The time for a slice with n parts would be n times n otherwise.
  expect(tree.value.components).toHaveProperty('schemas', schemas);
  expect((tree.value.components as { schemas: unknown }).schemas).toBe(schemas);
  expect(Object.keys(schemas)).toHaveLength(1_002);
  expect(schemas.A).toBe(original.components.schemas.A);
  expect(tree.value.tags).toBe(original.tags);
  expect(original).toEqual(before);
});

test('a part takes the place of what stands there, and its parts are not changed later', () => {
  const part = { x: { y: 1 } };
  const tree = new Tree({ a: 'text' });
  tree.add(['a'], part);
  tree.add(['a', 'x', 'z'], 2);
  expect(tree.value).toEqual({ a: { x: { y: 1, z: 2 } } });
  expect(part).toEqual({ x: { y: 1 } });
});

test('__proto__ is a name like any other', () => {
  const tree = new Tree({});
  tree.add(['schemas', '__proto__'], { type: 'string' });
  tree.add(['schemas', 'A'], {});
  tree.add(['schemas', '__proto__', 'more'], 1);
  expect(JSON.stringify(tree.value)).toBe(
    '{"schemas":{"__proto__":{"type":"string","more":1},"A":{}}}',
  );
  expect(({} as Record<string, unknown>).more).toBeUndefined();
});
