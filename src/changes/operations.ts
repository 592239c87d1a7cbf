import { entriesOf, isObject, stringsOf } from '../json/guards.ts';
import { isExtension } from '../openapi/fields.ts';
import { pathShape } from '../openapi/path-shape.ts';
import type { Document } from '../openapi/types.ts';
import { operationKey } from './change.ts';
import type { Comparison, Here, Unit } from './comparison.ts';
import { wholeOf } from './comparison.ts';
import { compareLeaves } from './leaves.ts';
import { type Features, matchByLikeness, namedLikeness, type Pair } from './likeness.ts';
import { compareServers } from './media-types.ts';
import { compareOperations, hasGlobalSecurity, methodsOf } from './operation.ts';
import { type Located, member, type Whole } from './view.ts';

/** An operation of a document, or a webhook. */
interface Found {
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly name: string;
  readonly isWebhook: boolean;
  readonly item: Whole;
  readonly whole: Whole;
  readonly features: Features;
}

/** Two operations that are one and the same. */
export interface OperationUnit {
  readonly unit: Unit;
  /** In the later document. */
  readonly key: string;
  readonly isWebhook: boolean;
  readonly usesGlobalSecurity: boolean;
}

/** The least likeness of a removed operation and a new one that count as one that was moved. */
const MOVED = 0.8;

/** Another method is another operation, however much they are alike. */
function operationLikeness(one: Found, other: Found): number {
  const isSameKind = one.isWebhook === other.isWebhook && one.method === other.method;
  return isSameKind ? namedLikeness(one, other) : 0;
}

/**
 * Finds each operation in the other document: by method and path, whatever the names of path parameters; then by
 * operationId; then by what it is like. Those that are on one side only are added or removed.
 */
export function startOperations(
  comparison: Comparison,
  root: Here,
  before: Document,
  after: Document,
): OperationUnit[] {
  const old = operationsIn(comparison, before, 'before');
  const now = operationsIn(comparison, after, 'after');
  const pairs: Pair<Found>[] = [];
  for (const keyOf of [exactKey, pathKey, idKey]) pairs.push(...takePairs(old, now, keyOf));
  for (const pair of matchByLikeness([...old], [...now], MOVED, operationLikeness)) {
    pairs.push(pair);
    old.delete(pair.before);
    now.delete(pair.after);
  }
  const securities = {
    before: { value: before.security, path: ['security'] },
    after: { value: after.security, path: ['security'] },
  };
  const units = pairs.map((pair) => startPair(comparison, root, pair, securities));
  for (const [found, action, side] of [
    [old, 'removed', 'before'],
    [now, 'added', 'after'],
  ] as const)
    for (const one of found)
      comparison.add(root, one.isWebhook ? `webhook-${action}` : `operation-${action}`, {
        name: one.key,
        [side]: { value: summaryOf(one), path: one.whole.path },
        operations: [one.key],
        ...traitsOf(one),
      });
  return units;
}

function operationsIn(
  comparison: Comparison,
  document: Document,
  side: 'before' | 'after',
): Set<Found> {
  const found = new Set<Found>();
  for (const group of ['paths', 'webhooks'] as const)
    for (const [path, value] of entriesOf(document[group])) {
      if (isExtension('document', group, path)) continue;
      const item = comparison[side].whole({ value, path: [group, path] }, false);
      for (const [method, operation] of methodsOf(item)) {
        const whole = wholeOf(operation.value, operation.path);
        const isWebhook = group === 'webhooks';
        let features: Features | undefined;
        found.add({
          key: operationKey(method, path, isWebhook),
          method,
          path,
          name: path,
          isWebhook,
          item,
          whole,
          get features() {
            features ??= featuresOf(whole, path);
            return features;
          },
        });
      }
    }
  return found;
}

function exactKey({ key }: Found): string {
  return key;
}

function pathKey({ key }: Found): string {
  return pathShape(key);
}

function idKey({ whole, isWebhook }: Found): string | undefined {
  const { operationId } = whole.value;
  return typeof operationId === 'string' ? `${isWebhook} ${operationId}` : undefined;
}

/** Takes those that have the same text out of both sets; where several have it, none is taken. */
function takePairs(
  old: Set<Found>,
  now: Set<Found>,
  keyOf: (one: Found) => string | undefined,
): Pair<Found>[] {
  const keyed = (found: Set<Found>) => {
    const byKey = new Map<string, Found | undefined>();
    for (const one of found) {
      const key = keyOf(one);
      if (key !== undefined) byKey.set(key, byKey.has(key) ? undefined : one);
    }
    return byKey;
  };
  const [left, right] = [keyed(old), keyed(now)];
  return [...left].flatMap(([key, before]) => {
    const after = right.get(key);
    if (!before || !after) return [];
    old.delete(before);
    now.delete(after);
    return [{ before, after, likeness: 1 }];
  });
}

/** Path segments, texts, tags and the names of what it takes and gives. */
function featuresOf({ value }: Whole, path: string): Features {
  const features = new Set<string>();
  for (const segment of path.split('/'))
    if (segment !== '') features.add(`segment ${segment.replace(/\{.*\}/, '{}')}`);
  for (const tag of stringsOf(value.tags)) features.add(`tag ${tag}`);
  if (typeof value.summary === 'string') features.add(`summary ${value.summary}`);
  if (typeof value.description === 'string')
    features.add(`text ${value.description.slice(0, 200)}`);
  const refs =
    JSON.stringify([value.requestBody, value.responses])?.match(
      /"#\/[^"]+"|"\w+":\{"description/g,
    ) ?? [];
  for (const ref of refs.slice(0, 50)) features.add(ref);
  if (Array.isArray(value.parameters))
    for (const one of value.parameters)
      if (isObject(one)) features.add(`parameter ${one.in ?? ''} ${one.name ?? one.$ref ?? ''}`);
  return features;
}

function summaryOf({ whole }: Found): unknown {
  const {
    summary,
    operationId,
    deprecated,
    'x-sunset': sunset,
    'x-stability-level': stability,
  } = whole.value;
  const kept = {
    summary,
    operationId,
    deprecated,
    'x-sunset': sunset,
    'x-stability-level': stability,
  };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}

function traitsOf({ whole }: Found) {
  const sunset = whole.value['x-sunset'];
  const traits = [
    ...(whole.value.deprecated === true ? (['was-deprecated'] as const) : []),
    ...(sunset === undefined ? [] : (['has-sunset'] as const)),
    ...(sunset !== undefined && Number.isNaN(Date.parse(String(sunset)))
      ? (['invalid-sunset'] as const)
      : []),
  ];
  return traits.length > 0 ? { traits } : {};
}

function startPair(
  comparison: Comparison,
  root: Here,
  { before, after, likeness }: Pair<Found>,
  securities: { readonly before: Located; readonly after: Located },
): OperationUnit {
  if (pathKey(before) !== pathKey(after))
    comparison.add(root, 'operation-renamed', {
      name: after.key,
      before: { value: before.key, path: before.whole.path },
      after: { value: after.key, path: after.whole.path },
      likeness,
      operations: [after.key],
    });
  const around = (found: Found, security: Located) => ({
    path: found.path,
    parameters: member(found.item, 'parameters'),
    security,
  });
  const unit = comparison.unit(
    'operation',
    { before: before.whole, after: after.whole },
    [before.whole, after.whole],
    {},
    (all, here, left, right) => {
      compareOperations(
        all,
        here,
        left,
        right,
        around(before, securities.before),
        around(after, securities.after),
      );
    },
  );
  const item = comparison.unit(
    'pathItem',
    { before: before.item, after: after.item },
    [before.item, after.item],
    {},
    comparePathItems,
  );
  unit.edges.push({ to: item, turn: 'same', absent: new Set() });
  return {
    unit,
    key: after.key,
    isWebhook: after.isWebhook,
    usesGlobalSecurity: hasGlobalSecurity(before.whole, after.whole),
  };
}

function comparePathItems(comparison: Comparison, here: Here, before: Whole, after: Whole): void {
  compareLeaves(comparison, here, 'pathItem', before, after);
  compareServers(comparison, here, member(before, 'servers'), member(after, 'servers'));
}
