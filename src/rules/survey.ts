import { append } from '../json/append.ts';
import { asObject, entriesOf, isObject, type JsonObject } from '../json/guards.ts';
import { createReferences, type LookUp, resolveReference } from '../model/schema/ref.ts';
import type { ObjectKind } from '../openapi/keywords.ts';
import { operationsOf } from '../openapi/operations.ts';
import type { Document } from '../openapi/types.ts';
import { eachObject } from '../openapi/walk.ts';

/** An object of the document, with the segments of its JSON pointer. */
export interface Located {
  readonly node: JsonObject;
  readonly path: readonly string[];
}

/** An operation, wherever it is: in paths, webhooks, callbacks or components. */
export interface LocatedOperation extends Located {
  /** The path item that contains it. */
  readonly item: Located;
  readonly method: string;
  /** For messages: `GET /books/{id}`. */
  readonly name: string;
}

/** What the rules check: a document and the objects in it, collected in one walk. */
export interface Survey {
  readonly document: Document;
  readonly lookUp: LookUp;
  /** All objects of a kind, in the order of the document; references are among them. */
  all(kind: ObjectKind): readonly Located[];
  readonly operations: readonly LocatedOperation[];
  /** The subject of each page, when it was last generated, to the page's id. */
  readonly lastIds: ReadonlyMap<string, string>;
  /** Ids of former pages that the history of the API knows: their URLs lead on, or say what has become of them. */
  readonly answeredIds: ReadonlySet<string>;
  /** Follows a `$ref`; undefined if it does not lead to an object. */
  resolve(value: unknown): JsonObject | undefined;
}

/** What is known of earlier runs. */
export type FormerPages = Partial<Pick<Survey, 'lastIds' | 'answeredIds'>>;

/** Collects the objects of a final document once. */
export function surveyOf(
  document: Document,
  { lastIds = new Map(), answeredIds = new Set() }: FormerPages = {},
): Survey {
  const objects = new Map<ObjectKind, Located[]>();
  const inlined = inlinedPathItems(document);
  eachObject(document, 'document', (node, kind, path) => {
    const [top, type, name] = path;
    if (top === 'components' && type === 'pathItems' && inlined.has(String(name))) return;
    append(objects, kind, { node, path: [...path] });
  });
  const all = (kind: ObjectKind): readonly Located[] => objects.get(kind) ?? [];
  const { lookUp } = createReferences(document as unknown as JsonObject);
  return {
    document,
    lastIds,
    answeredIds,
    lookUp,
    all,
    operations: all('pathItem').flatMap(located),
    resolve: (value) => resolveReference(value, lookUp),
  };
}

/** Names of path items that are also in `paths` or `webhooks`: their contents are collected there. */
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

function located(item: Located): LocatedOperation[] {
  return operationsOf(item.node).map(({ method, operation, at }) => ({
    node: operation,
    path: [...item.path, ...at],
    item,
    method,
    name: `${method.toUpperCase()} ${item.path.at(-1)}`,
  }));
}
