import { pageHref } from '../../address/address.ts';
import { asObject, isObject, type JsonObject, own } from '../../json/guards.ts';
import { keepOrder } from '../../json/key-order.ts';
import type { PageInfo, SliceDocument } from '../../slices/slice.ts';
import { Budget } from '../examples/budget.ts';
import type { Sample } from '../examples/sample-value.ts';
import { type FlatSchema, flattenBeside, flattenSchema } from '../schema/flatten.ts';
import { createReferences, resolveReference, type SchemaRef } from '../schema/ref.ts';
import type { Direction } from '../schema/schema.ts';
import { Anchors } from './anchor.ts';
import { type Say, sayInEnglish } from './words.ts';

/** What everything that builds a page's model shares: the slice, look-ups in it, the page's anchors. */
export interface ModelContext {
  readonly document: SliceDocument;
  readonly page: PageInfo;
  readonly anchors: Anchors;
  /** What may be spent on the page's examples. */
  readonly budget: Budget;
  /** The same for its schemas, so that neither takes from the other. */
  readonly schemaBudget: Budget;
  /** Values already made from schemas of the page. */
  readonly samples: WeakMap<object, Map<Direction, Sample>>;
  /** Our own words in the language of the page. Anchors are English in all of them: links stay good. */
  readonly say: Say;
  /** The value that a local reference points to (JSON pointer, `$anchor` or `$id`), or undefined. */
  lookUp(ref: string): unknown;
  /** An object, or what its `$ref` leads to (OpenAPI 3.1 section 4.8.23); undefined for anything else. */
  resolve(value: unknown): JsonObject | undefined;
  /** The schema that a `$ref` names, whether or not there is one. */
  schemaRef(ref: string): SchemaRef;
  /** Address of the page of a schema, or of the schema it stands in; undefined where there is none. */
  schemaHref(ref: SchemaRef): string | undefined;
  /** A schema with its `$ref` and `allOf` resolved and merged; computed once for each schema object. */
  flatten(schema: unknown): FlatSchema;
  /** The same without what its `$ref`s lead to: the facts that stand beside them. */
  flattenBeside(schema: unknown): FlatSchema;
}

/** What depends on the page that a slice is drawn into, and not on the slice. */
export interface DrawOptions {
  /** Our own words in the language of the page; without it they are English. */
  readonly say?: Say;
  /** Stands in front of all anchors. */
  readonly anchorPrefix?: string;
}

/** Makes the context of one page. A slice without a usable `x-page` gives one without links. */
export function createContext(
  slice: SliceDocument,
  { say = sayInEnglish, anchorPrefix }: DrawOptions = {},
): ModelContext {
  const document = asObject(slice);
  const page = pageInfoOf(document['x-page']);
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
    samples: new WeakMap(),
    say,
    lookUp: references.lookUp,
    resolve: (value) => resolveReference(value, references.lookUp),
    schemaRef: references.schemaRef,
    schemaHref: ({ component }) => {
      const id = component === undefined ? undefined : own(page.schemaPages, component);
      return typeof id === 'string' ? pageHref(page, id) : undefined;
    },
    flatten: (schema) => {
      if (!isObject(schema)) return flattenSchema(schema, references);
      let flat = flattened.get(schema);
      if (!flat) {
        flat = flattenSchema(schema, references);
        flattened.set(schema, flat);
      }
      return flat;
    },
    flattenBeside: (schema) => flattenBeside(schema, references),
  };
}

function memberOf(value: unknown, key: string): unknown {
  return Array.isArray(value) ? value[Number(key)] : own(value, key);
}

function pageInfoOf(value: unknown): PageInfo {
  const empty: PageInfo = {
    kind: 'info',
    api: '',
    id: '',
    title: '',
    schemaPages: {},
    tagPages: {},
  };
  return { ...empty, ...asObject(value) };
}
