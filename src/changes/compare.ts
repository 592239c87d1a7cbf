import { defined } from '../json/guards.ts';
import { formatPointer } from '../openapi/pointer.ts';
import type { Document } from '../openapi/types.ts';
import type { Change, Side } from './change.ts';
import { Comparison, type FoundChange, type Here, wholeOf } from './comparison.ts';
import { compareGlobalSecurity, compareRoots, startSchemas } from './document.ts';
import { startOperations } from './operations.ts';
import { identityOf, inOrder } from './order.ts';
import { shown } from './shown.ts';
import { joined, Spread } from './spread.ts';
import type { Located } from './view.ts';

/**
 * All changes from one document to a later one, both loaded by `document/load.ts`: OpenAPI 3.1 or 3.2 in one piece.
 * Operations are compared through references, so that it does not matter what is a component of its own; an order only
 * matters where it does in OpenAPI. Pure; the result is sorted, and the same whatever the order of keys. Takes time in
 * proportion to the documents.
 */
export function compareDocuments(before: Document, after: Document): Change[] {
  const comparison = new Comparison(before, after);
  const [old, now] = [wholeOf(before, []), wholeOf(after, [])];
  const sides = { before: old, after: now };
  const root = comparison.unit('document', sides, [old, now], {}, compareRoots);
  const security = comparison.unit('components', sides, [old, now], {}, compareGlobalSecurity);
  const here: Here = { unit: root, turn: 'same', absent: new Set(), place: {} };
  startSchemas(comparison, here, before, after);
  const operations = startOperations(comparison, here, before, after);
  for (const { unit, usesGlobalSecurity } of operations)
    if (usesGlobalSecurity) unit.edges.push({ to: security, turn: 'same', absent: new Set() });
  comparison.run();
  const spread = new Spread(operations);
  const compared = comparison.comparedSchemas();
  const changes = new Map<string, Change>();
  for (const found of comparison.found) {
    const change = changeOf(found, spread, compared);
    const key = identityOf(change);
    const known = changes.get(key);
    changes.set(key, known ? merged(known, change) : change);
  }
  return inOrder([...changes.values()]);
}

function changeOf(found: FoundChange, spread: Spread, compared: ReadonlySet<string>): Change {
  const { here, kind, name, before, after, likeness } = found;
  const isSchema = kind === 'schema-added' || kind === 'schema-removed';
  const isCompared = isSchema && compared.has(formatPointer((after ?? before)?.path ?? []));
  const traits = isCompared ? [...(found.traits ?? []), 'compared' as const] : found.traits;
  return defined({
    kind,
    name,
    place: here.place,
    before: before && sideOf(before),
    after: after && sideOf(after),
    traits: traits && traits.length > 0 ? traits : undefined,
    likeness,
    operations: spread.operationsOf(found),
  }) as Change;
}

function sideOf({ value, path }: Located): Side {
  const brief = shown(value);
  return { pointer: formatPointer(path), ...(brief !== undefined && { value: brief }) };
}

function merged(one: Change, other: Change): Change {
  return { ...one, operations: joined(one.operations, other.operations) };
}
