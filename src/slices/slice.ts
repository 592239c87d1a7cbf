import type { Document } from '../openapi/types.ts';

export type PageKind = 'info' | 'tag' | 'operation' | 'webhook' | 'schema';

/** Tags that a document lacks, which its operations without a tag are listed under. */
export type OwnTag = 'operations' | 'otherOperations' | 'webhooks';

/** A link to another page of the reference, as plain data. */
export interface PageLink {
  /** Page id within the API, for example `core-users-list` or `schemas/user`. */
  readonly id: string;
  readonly title: string;
  /** Upper-case HTTP method, on links to operations. */
  readonly method?: string;
  readonly path?: string;
  readonly deprecated?: boolean;
  /** Plain text, one line: what the page is about. On links in lists of operations. */
  readonly description?: string;
  /** On the operations that response links lead to: what the links name them by. */
  readonly operationId?: string;
}

/** An operation that uses a schema, and where in it the schema occurs. */
export interface Usage extends PageLink {
  readonly request: boolean;
  readonly response: boolean;
}

/** A named schema that describes an error. */
export interface ErrorUse {
  readonly status: string;
  readonly schema: string;
  /** How many operations answer with it. */
  readonly operations: number;
}

/** What the maintainer asks of an API's pages, where it is not the default: see `ApiConfig`. */
export interface PageOptions {
  /** Names of the extensions that pages show; those of schemas are always shown. */
  readonly extensions?: readonly string[];
  /** Whether required parameters and properties stand before the others. */
  readonly requiredFirst?: true;
  /** The languages of samples, in their order; all if absent. */
  readonly samples?: readonly SampleChoice[];
  /** Whether the console shows a request and does not send it. */
  readonly hideSendButton?: true;
  /** Stands in front of the addresses that the console asks through it. */
  readonly proxy?: string;
}

/**
 * What a page needs besides OpenAPI. It stands under `x-page` in the slice, so a slice remains an
 * OpenAPI document that any tool reads.
 */
export interface PageInfo extends PageOptions {
  readonly kind: PageKind;
  /** Id of the API, first part of every address. */
  readonly api: string;
  /** Page id within the API; the address is `/reference/<api>/<id>`. */
  readonly id: string;
  readonly title: string;
  /** Operations: key in `paths` and method; webhooks: key in `webhooks` and method; lower case. */
  readonly path?: string;
  readonly method?: string;
  /** Schema pages: key in `components.schemas`. Tag pages: the tag's name. */
  readonly name?: string;
  /** Schema name to page id, for every schema component in the slice; on the info page, for `errors`. */
  readonly schemaPages: { readonly [name: string]: string };
  /**
   * Tag name to page id, for the tags of this operation; on the info page, all tags; on a tag's page, the
   * tag above and those below.
   */
  readonly tagPages: { readonly [name: string]: string };
  /** Those of the tags, by name, that are ours and not the document's: their names can be translated. */
  readonly ownTags?: { readonly [name: string]: OwnTag };
  /** Operation pages that this page lists or that its response links lead to. */
  readonly operations?: readonly PageLink[];
  /** Info page: how many operations carry a tag, by the tag's name. */
  readonly operationCounts?: { readonly [tag: string]: number };
  /** Info page of a document without operations: all schemas. */
  readonly schemas?: readonly PageLink[];
  /** Info page: what comes back when requests fail. */
  readonly errors?: readonly ErrorUse[];
  /**
   * Links in descriptions that name a part of the document (`#operation/getBook`), as written, to the page
   * and the place on it: `get-book`, `#section-errors` on the info page.
   */
  readonly links?: { readonly [href: string]: string };
  /**
   * Schemas of the slice that a discriminator somewhere in the document has among its choices: its
   * property, and the value that selects the schema.
   */
  readonly variants?: {
    readonly [schema: string]: { readonly property: string; readonly value: string };
  };
  /** Schema pages: the media type of bodies that hold the schema, where all of them are XML. */
  readonly mediaType?: string;
  /**
   * Where in the slice objects are whose keys have another order in the document, and that order:
   * JavaScript, and many a tool, has numbers before all others (`410` before `2XX`).
   */
  readonly keyOrders?: readonly {
    readonly path: readonly string[];
    readonly keys: readonly string[];
  }[];
  /** Schema pages: operations that reach the schema. */
  readonly usedBy?: readonly Usage[];
  /** Schema pages: schemas that refer to this one directly. */
  readonly usedBySchemas?: readonly PageLink[];
}

/** A language of samples by its id, with the maintainer's name for it. */
export interface SampleChoice {
  readonly id: string;
  readonly label?: string;
}

/** A self-contained OpenAPI document for one page: only what the page reaches, `$ref`s kept. */
export type SliceDocument = Document & { readonly 'x-page': PageInfo };
