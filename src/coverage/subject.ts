import { isObject, type JsonObject } from '../json/guards.ts';
import { operationsOf } from '../openapi/operations.ts';
import type { Path } from '../openapi/walk.ts';
import type { DocumentView } from './document-view.ts';
import type { SitePage } from './site.ts';

/** An operation and what it inherits from its path item. */
export interface FoundOperation {
  readonly method: string;
  readonly value: JsonObject;
  readonly path: Path;
  readonly item: JsonObject;
  readonly itemPath: Path;
}

/** The operations of a path item. */
export function foundIn(item: JsonObject, itemPath: Path): FoundOperation[] {
  return operationsOf(item).map(({ method, operation, at }) => ({
    method,
    value: operation,
    path: [...itemPath, ...at],
    item,
    itemPath,
  }));
}

/** All operations below `paths` or `webhooks`, each with its path or name. */
export function* operationsIn(
  view: DocumentView,
  key: 'paths' | 'webhooks',
): Generator<readonly [name: string, found: FoundOperation]> {
  const items: unknown = view.document[key];
  if (!isObject(items)) return;
  for (const [name, given] of Object.entries(items)) {
    if (key === 'paths' && name.startsWith('x-')) continue;
    const item = view.resolve({ value: given, path: [key, name] });
    if (!item) continue;
    for (const found of foundIn(item.value, item.path)) yield [name, found];
  }
}

export function operationKey(key: 'paths' | 'webhooks', name: string, method: string): string {
  return `${key} ${method.toLowerCase()} ${name}`;
}

/** The subject of a page, as a string. */
export function subjectOf({ info: { kind, path = '', method = '', name = '' } }: SitePage): string {
  if (kind === 'operation') return operationKey('paths', path, method);
  if (kind === 'webhook') return operationKey('webhooks', path, method);
  return kind === 'info' ? 'info' : `${kind} ${name}`;
}

/** Subjects of a document's pages, except tags: operations without a tag are also on the page of one. */
export function subjectsOf(view: DocumentView): ReadonlySet<string> {
  const operations = (['paths', 'webhooks'] as const).flatMap((key) =>
    [...operationsIn(view, key)].map(([name, { method }]) => operationKey(key, name, method)),
  );
  const schemas = Object.keys(view.document.components?.schemas ?? {});
  return new Set(['info', ...operations, ...schemas.map((name) => `schema ${name}`)]);
}
