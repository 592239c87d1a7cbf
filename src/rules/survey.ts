import { asObject, entriesOf, isObject, type JsonObject, own } from '../json/guards.ts';
import { createReferences, type LookUp, resolveReference } from '../model/schema/ref.ts';
import type { ObjectKind } from '../openapi/keywords.ts';
import { METHODS } from '../openapi/methods.ts';
import type { Document } from '../openapi/types.ts';
import { eachObject } from '../openapi/walk.ts';

/** An object of the document and the segments of the JSON pointer to it. */
export interface Located {
  readonly node: JsonObject;
  readonly path: readonly string[];
}

/** An operation, wherever it stands: below paths, webhooks, callbacks or components. */
export interface LocatedOperation extends Located {
  /** The path item that holds it. */
  readonly item: Located;
  readonly method: string;
  /** For people: `GET /books/{id}`. */
  readonly name: string;
}

/** What the rules look at: a document and, found in one walk, the objects in it. */
export interface Survey {
  readonly document: Document;
  readonly lookUp: LookUp;
  /** All objects of a kind, in the order of the document; references are among them. */
  all(kind: ObjectKind): readonly Located[];
  readonly operations: readonly LocatedOperation[];
  /** What each page was about when it was generated last, to its id. */
  readonly lastIds: ReadonlyMap<string, string>;
  /** Follows a `$ref`; undefined where it leads to no object. */
  resolve(value: unknown): JsonObject | undefined;
}

/** Looks through a finished document once. */
export function surveyOf(document: Document, lastIds: Survey['lastIds'] = new Map()): Survey {
  const objects = new Map<ObjectKind, Located[]>();
  const told = inlinedPathItems(document);
  eachObject(document, 'document', (node, kind, path) => {
    const [top, type, name] = path;
    if (top === 'components' && type === 'pathItems' && told.has(String(name))) return;
    const located = { node, path: [...path] };
    const known = objects.get(kind);
    if (known) known.push(located);
    else objects.set(kind, [located]);
  });
  const all = (kind: ObjectKind): readonly Located[] => objects.get(kind) ?? [];
  const { lookUp } = createReferences(document as unknown as JsonObject);
  return {
    document,
    lastIds,
    lookUp,
    all,
    operations: all('pathItem').flatMap(operationsOf),
    resolve: (value) => resolveReference(value, lookUp),
  };
}

/** Names of the path items that stand in `paths` or `webhooks`, too: what they hold is looked at there. */
function inlinedPathItems({ paths, webhooks, components }: Document): ReadonlySet<string> {
  const members = [paths, webhooks].flatMap((items) =>
    entriesOf(items).flatMap(([, item]) => entriesOf(item).map(([, member]) => member)),
  );
  const held = new Set(members.filter(isObject));
  const isHeld = (member: unknown) => isObject(member) && held.has(member);
  return new Set(
    entriesOf(components?.pathItems).flatMap(([name, item]) =>
      Object.values(asObject(item)).some(isHeld) ? [name] : [],
    ),
  );
}

function operationsOf(item: Located): LocatedOperation[] {
  const fixed = METHODS.map((method) => ({ method, at: [method] }));
  const additional = Object.keys(asObject(item.node.additionalOperations)).map((method) => ({
    method,
    at: ['additionalOperations', method],
  }));
  return [...fixed, ...additional].flatMap(({ method, at }) => {
    const node = at.reduce<unknown>(own, item.node);
    if (!isObject(node)) return [];
    const name = `${method.toUpperCase()} ${item.path.at(-1)}`;
    return [{ node, path: [...item.path, ...at], item, method, name }];
  });
}
