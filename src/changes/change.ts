import type { Json } from '../openapi/types.ts';

/** What happened to a thing. Each has an opposite, that of the comparison the other way round. */
export const OPPOSITES = {
  added: 'removed',
  removed: 'added',
  changed: 'changed',
  renamed: 'renamed',
  increased: 'decreased',
  decreased: 'increased',
  widened: 'narrowed',
  narrowed: 'widened',
} as const;

export type Action = keyof typeof OPPOSITES;

/**
 * The thing and what happened to it: `operation-added`, `maximum-decreased`, `description-changed`. A thing is a keyword
 * in kebab case, or one of what a keyword holds: a property, an enum value, a scope. Flags that are set are added:
 * `required-added` says that something became required.
 */
export type ChangeKind = `${string}-${Action}`;

/**
 * Which way the data flows that a change is about, between a client and the API: `request` if clients send it,
 * `response` if they receive it. `none`: it is not about data, such as a summary. In callbacks and webhooks, clients
 * receive requests, which are `response` therefore.
 */
export type Direction = 'none' | 'request' | 'response';

export const DIRECTIONS = ['none', 'request', 'response'] as const satisfies readonly Direction[];

/** What rules ask about the thing that changed, apart from the change itself. */
export type Trait =
  /** A property, parameter, header or body that must be there; of one that was removed: had to be. */
  | 'required'
  | 'read-only'
  | 'write-only'
  | 'has-default'
  /** Of something removed: it was deprecated before. */
  | 'was-deprecated'
  /** The date of its sunset is in the document, before or after. */
  | 'has-sunset'
  /** A date of a sunset that is not a date. */
  | 'invalid-sunset'
  /** A response of 2xx or 3xx. */
  | 'success'
  /** A schema that does not constrain values: only descriptions and the like. */
  | 'annotation-only'
  /** Of security requirements: nothing was required before, and something is. */
  | 'newly-secured'
  /** Of security requirements: nothing has to be met afterwards. */
  | 'open'
  /** It is about the document as a whole, and not one operation. */
  | 'global'
  /** Of a schema that was added or removed: something that is on both sides has it on one of them. */
  | 'compared'
  /** Of joined changes: it was gone in between, and nobody knows whether it is the same. */
  | 'returned';

/** The part of a document that a change is about, as far as names go that a reader knows. */
export interface Place {
  /** The component that contains it, as `schemas/User`; absent if it is in an operation, or in the document itself. */
  readonly component?: string;
  /** Its location and name, as `query limit`. */
  readonly parameter?: string;
  /** Name of the callback, or its expression. */
  readonly callback?: string;
  /** `200`, `2XX` or `default`. */
  readonly status?: string;
  readonly mediaType?: string;
  readonly header?: string;
  /** Path of the property in the schema: `owner.name`, `items[].id`. Absent for the schema as a whole. */
  readonly property?: string;
}

/** What was there in one of the documents. */
export interface Side {
  /** JSON pointer into the loaded document (OpenAPI 3.1, bundled), with `#`. */
  readonly pointer: string;
  /** The value, as far as it fits: long texts and large values are cut. Absent if the place says it all. */
  readonly value?: Json;
}

/** The operations that a change concerns, each as `operationKey` names it, sorted; by direction. */
export type ConcernedOperations = { readonly [direction in Direction]?: readonly string[] };

/**
 * One difference between two documents: a fact, and no judgment. JSON as it is, and the same for the same documents.
 * A change in something shared is one change with all of its operations.
 */
export interface Change {
  readonly kind: ChangeKind;
  /** Name of the thing, if it has one: that of the property, the value, the scope, the operation. */
  readonly name?: string;
  readonly place: Place;
  /** Absent for what was added. */
  readonly before?: Side;
  /** Absent for what was removed. */
  readonly after?: Side;
  readonly traits?: readonly Trait[];
  /** Of what was renamed: how much both are alike, from 0 to 1. */
  readonly likeness?: number;
  /** Empty if no operation is concerned, such as for a schema that none uses. */
  readonly operations: ConcernedOperations;
}

/**
 * Names an operation in changes: `GET /users/{id}`; of webhooks `webhook POST newUser`. That of an operation that
 * was moved or renamed is the name in the later document.
 */
export function operationKey(method: string, path: string, isWebhook = false): string {
  return `${isWebhook ? 'webhook ' : ''}${method.toUpperCase()} ${path}`;
}

/** The operation of a key: the reverse of `operationKey`. */
export function parseOperationKey(key: string): {
  readonly method: string;
  readonly path: string;
  readonly isWebhook: boolean;
} {
  const isWebhook = key.startsWith('webhook ');
  const rest = isWebhook ? key.slice('webhook '.length) : key;
  const space = rest.indexOf(' ');
  return { method: rest.slice(0, space), path: rest.slice(space + 1), isWebhook };
}

/** All operations that a change concerns, whatever the direction, sorted. */
export function concernedBy({ operations }: Pick<Change, 'operations'>): string[] {
  return [...new Set(DIRECTIONS.flatMap((direction) => operations[direction] ?? []))].sort();
}

/** The thing of a kind, and what happened to it: `max-length` and `decreased`. */
export function partsOfKind(kind: string): readonly [thing: string, action: Action] {
  const at = kind.lastIndexOf('-');
  return [kind.slice(0, at), kind.slice(at + 1) as Action];
}

/** The kind, in the comparison the other way round. */
export function oppositeKind(kind: ChangeKind): ChangeKind {
  const [thing, action] = partsOfKind(kind);
  return `${thing}-${OPPOSITES[action]}`;
}
