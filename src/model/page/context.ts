import { type ApiBase, pageHref } from '../../address/address.ts';
import { cached } from '../../json/cached.ts';
import { asObject, defined, isObject, type JsonObject, own } from '../../json/guards.ts';
import { keepOrder } from '../../json/key-order.ts';
import type { PageInfo, SliceDocument } from '../../slices/slice.ts';
import { Budget } from '../examples/budget.ts';
import type { Sample } from '../examples/sampling.ts';
import { type FlatSchema, flattenBeside, flattenSchema } from '../schema/flatten.ts';
import { createReferences, resolveReference, type SchemaRef } from '../schema/ref.ts';
import { SCHEMA_ROOM } from '../schema/size.ts';
import { Anchors } from './anchor.ts';
import { type Say, sayInEnglish } from './words.ts';

/** A page at its place in the site, from which its links are made. */
export type PlacedPage = PageInfo & ApiBase;

/** Shared by everything that builds a page's model: the slice, look-ups in it, the page's anchors. */
export interface ModelContext {
  readonly document: SliceDocument;
  readonly page: PlacedPage;
  readonly anchors: Anchors;
  /** The budget for the page's examples. */
  readonly budget: Budget;
  /** The same for its schemas, so that neither uses up the other's. */
  readonly schemaBudget: Budget;
  /** Room for schemas, which is counted as characters. */
  readonly schemaRoom: Budget;
  /** Values already generated from schemas of the page, by what was asked for. */
  readonly samples: WeakMap<object, Map<string, Sample>>;
  /** Schemas of properties and choices, as in the document, by the anchors of their places on the page. */
  readonly sources: Map<string, unknown>;
  /** Our own words in the language of the page. Anchors are always in English, so that links stay valid. */
  readonly say: Say;
  /** The value that a local reference points to (JSON pointer, `$anchor` or `$id`), or undefined. */
  lookUp(ref: string): unknown;
  /** An object, or the target of its `$ref` (OpenAPI 3.1 section 4.8.23); undefined for anything else. */
  resolve(value: unknown): JsonObject | undefined;
  /** The name and key of the schema that a `$ref` names, even if it does not exist. */
  schemaRef(ref: string): SchemaRef;
  /** Path of the page of a schema, or of the schema that contains it; undefined if there is none. */
  schemaHref(ref: SchemaRef): string | undefined;
  /** A schema with its `$ref` and `allOf` resolved and merged; computed once per schema object. */
  flatten(schema: unknown): FlatSchema;
  /** The same without the targets of its `$ref`s: only the facts beside them. */
  flattenBeside(schema: unknown): FlatSchema;
}

/** What depends on the page that a slice is rendered into, and not on the slice. */
export interface DrawOptions {
  /** Our own words in the language of the page; English by default. */
  readonly say?: Say;
  /** Prefix of all anchors. */
  readonly anchorPrefix?: string;
  /** Path of the API's pages within the site. */
  readonly base?: string;
  readonly ending?: ApiBase['ending'];
}

/** Creates the context of one page. A slice without a usable `x-page` gives one without links. */
export function createContext(
  slice: SliceDocument,
  { say = sayInEnglish, anchorPrefix, base = '', ending }: DrawOptions = {},
): ModelContext {
  const document = asObject(slice);
  const page = { ...pageInfoOf(document['x-page']), base, ...defined({ ending }) };
  for (const { path, keys } of page.keyOrders ?? []) {
    const object = path.reduce<unknown>(memberOf, document);
    if (isObject(object)) keepOrder(object, keys);
  }
  const references = createReferences(document);
  const flattened = new WeakMap<object, FlatSchema>();
  return {
    document: slice,
    page,
    anchors: new Anchors(anchorPrefix),
    budget: new Budget(),
    schemaBudget: new Budget(),
    schemaRoom: new Budget({ steps: 0, characters: SCHEMA_ROOM }),
    samples: new WeakMap(),
    sources: new Map(),
    say,
    lookUp: references.lookUp,
    resolve: (value) => resolveReference(value, references.lookUp),
    schemaRef: references.schemaRef,
    schemaHref: ({ component }) => {
      const id = component === undefined ? undefined : own(page.schemaPages, component);
      return typeof id === 'string' ? pageHref(page, id) : undefined;
    },
    flatten: (schema) => {
      const flatten = () => flattenSchema(schema, references);
      return isObject(schema) ? cached(flattened, schema, flatten) : flatten();
    },
    flattenBeside: (schema) => flattenBeside(schema, references),
  };
}

function memberOf(value: unknown, key: string): unknown {
  return Array.isArray(value) ? value[Number(key)] : own(value, key);
}

function pageInfoOf(value: unknown): PageInfo {
  const empty = {
    kind: 'info',
    api: '',
    id: '',
    title: '',
    schemaPages: {},
    tagPages: {},
  } as const;
  return { ...empty, ...asObject(value) };
}
