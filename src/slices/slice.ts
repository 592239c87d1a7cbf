import type { Assistant } from '../model/page/assistants.ts';
import type { Document } from '../openapi/types.ts';
import type { PageHistory, Release, ReleaseLink } from './history.ts';

export type PageKind =
  | 'info'
  | 'tag'
  | 'operation'
  | 'webhook'
  | 'schema'
  | 'schemaList'
  | 'changelog'
  | 'release';

/** Names of our own tags for operations without one. */
export type OwnTag = 'operations' | 'otherOperations' | 'webhooks';

/** A link to another page of the reference, as plain data. */
export interface PageLink {
  /** Page id within the API, for example `core-users-list` or `schemas/user`. */
  readonly id: string;
  readonly title: string;
  /** Uppercase HTTP method, on links to operations. */
  readonly method?: string;
  readonly path?: string;
  readonly deprecated?: boolean;
  /** One line of plain text about the page. On links in lists of operations. */
  readonly description?: string;
  /** On target operations of response links: the names that the links use. */
  readonly operationId?: string;
  /** In lists of schemas. */
  readonly shape?: SchemaShape;
  /** In lists of schemas: how many operations reach it. */
  readonly uses?: number;
  /** On pages of tags: the resource of an operation, see `groupByResource`, or the one that a schema explains. */
  readonly resource?: string;
  /** In lists of schemas: page id of the one that it is derived from, which is listed as well, see `derivedSchemas`. */
  readonly derivedFrom?: string;
  /** On pages of tags: the names of a schema's fields, required ones first. */
  readonly fields?: readonly string[];
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
  /** How many operations return it. */
  readonly operations: number;
}

/** Which version of an API its pages show. */
export interface PageVersion {
  /** Id of the API: that of its current version. */
  readonly of: string;
  /** Its name for readers. */
  readonly name: string;
  /** Its place among all versions; the current one is the first, 0. */
  readonly position: number;
}

/** What a schema describes. */
export interface SchemaShape {
  /** A type of JSON Schema, `enum`, `oneOf` for any choice, or `any`. */
  readonly kind: string;
  /** How many values, choices or properties it has. */
  readonly size?: number;
}

/** Operations that readers begin with. */
export interface FirstSteps {
  /** Page id of the first request. */
  readonly request: string;
  /** Its security requirements. */
  readonly security: readonly object[];
  /** Page id of the one after it. */
  readonly next?: string;
}

/** A parameter or header that several operations have. */
export interface Convention {
  readonly name: string;
  /** The first sentence, in most of them. */
  readonly description?: string;
  readonly operations: number;
  /** Of a parameter: its type, default and limits, in most of them. */
  readonly schema?: { readonly [keyword: string]: unknown };
}

/** Bodies that many responses have, as components of the slice. */
export interface CommonBodies {
  /** Names of responses, by the schema of an error. */
  readonly errors: { readonly [schema: string]: string };
  /** What a page of a list is: the name of the response, and that of the field with the list. */
  readonly page?: { readonly response: string; readonly list: string };
}

/** What a query parameter of a list is for. */
export type ListOption = 'pagination' | 'search' | 'sorting';

/** What operations have in common. */
export interface Conventions {
  readonly pagination?: readonly Convention[];
  readonly rateLimits?: readonly Convention[];
  readonly idempotency?: readonly Convention[];
}

/** A named group of tags; `isRest` for that of all tags that are in no other. */
export interface TagGroup {
  readonly name: string;
  readonly tags: readonly string[];
  readonly isRest?: true;
}

/** How many operations need which credentials. */
export interface AuthenticationUse {
  readonly operations: number;
  /** Those that cannot be called without. */
  readonly required: number;
  /** How many operations accept a scheme, by its name; those without any are not listed. */
  readonly schemes: { readonly [name: string]: number };
  /** Page ids of the operations that can be called without, if they are few. */
  readonly open?: readonly string[];
}

/** A format of request collections. */
export type CollectionKind = 'postman';

/** The maintainer's options for an API's pages, if not the defaults: see `ApiConfig`. */
export interface PageOptions {
  /** Names of the extensions that pages show; those of schemas are always shown. */
  readonly extensions?: readonly string[];
  /** Whether required parameters and properties come first; if absent, only in requests. */
  readonly requiredFirst?: boolean;
  /** The languages of samples, in order; all if absent. */
  readonly samples?: readonly SampleChoice[];
  /** Whether the console shows a request without sending it. */
  readonly hideSendButton?: true;
  /** Prefix of URLs that the console requests through the proxy. */
  readonly proxy?: string;
  /** Whether the console uses the proxy until the reader decides otherwise. */
  readonly usesProxy?: true;
  /** Where the console keeps credentials; in the tab's session storage if absent, nowhere if false. */
  readonly authPersistence?: 'localStorage' | false;
  /** Milliseconds after which the console cancels a request. */
  readonly requestTimeout?: number;
  /** Whether the console sends cookies; if absent, only with requests that have one. */
  readonly requestCredentials?: RequestCookies;
  /** Whether samples keep placeholders when the reader enters credentials. */
  readonly maskCredentials?: true;
  /** Whether samples are not generated in languages in which an operation has some of its own. */
  readonly hideGeneratedSamples?: true;
  /** Levels of nested properties that are open at first; the first one if absent. */
  readonly openLevels?: number;
  /** The document, for the info page. */
  readonly downloadUrl?: string;
  /** Where readers report mistakes, with places for values: see `model/page/report-url.ts`. */
  readonly reportUrl?: string;
  /** Where readers can ask a language model about a page; none if false. */
  readonly assistants?: readonly Assistant[] | false;
  /** Set if the API has several versions. */
  readonly version?: PageVersion;
  /** Whether the address of the info page has its id. */
  readonly introduction?: 'below';
  /** The request collections that the info page links to. */
  readonly collections?: readonly CollectionKind[];
}

/**
 * What a page needs besides OpenAPI. It is in `x-page` of the slice, so that a slice remains an OpenAPI
 * document for any tool.
 */
export interface PageInfo extends Omit<PageOptions, 'introduction' | 'collections'> {
  readonly kind: PageKind;
  /** Id of the API. */
  readonly api: string;
  /** Page id within the API: the end of its address. */
  readonly id: string;
  /** Id of the info page, if its address has it; otherwise that page is at the address of the API. */
  readonly infoPath?: string;
  readonly title: string;
  /** Where the page's part of the document is edited. */
  readonly editUrl?: string;
  /** Operations: key in `paths` and method; webhooks: key in `webhooks` and method; lowercase. */
  readonly path?: string;
  readonly method?: string;
  /** Schema pages: key in `components.schemas`. Tag pages: the tag's name. */
  readonly name?: string;
  /** Schema name to page id, for every schema component in the slice; on the info page, for `errors`. */
  readonly schemaPages: { readonly [name: string]: string };
  /**
   * Tag name to page id: on operation pages, the operation's tags; on the info page, all; on a tag's page,
   * its parent and children.
   */
  readonly tagPages: { readonly [name: string]: string };
  /** By name, those of the tags that are ours and not the document's: their names can be translated. */
  readonly ownTags?: { readonly [name: string]: OwnTag };
  /** Operations: the placeholders of path parameters in samples, if not just their names: `USER_ID`. */
  readonly placeholders?: { readonly [parameter: string]: string };
  /**
   * Operations: the pages of those that list what a value identifies, and which property has the value, by `path NAME`
   * or by its type and name: see `ValueSources`.
   */
  readonly valueSources?: { readonly [key: string]: readonly [page: string, property?: string] };
  /** Operations: query parameters that many others have as well, by name; see `CommonParameters`. */
  readonly commonParameters?: { readonly [name: string]: ListOption | 'other' };
  /** Operations: the anchors on the info page of what applies to several of them. */
  readonly infoSections?: readonly string[];
  /** Operations with a body: what the path is about, as within a sentence: `email stage`. */
  readonly thing?: string;
  /** Operation pages that this page lists, or links to from responses, values or as a replacement. */
  readonly operations?: readonly PageLink[];
  /** Info page: how many operations have a tag, by the tag's name. */
  readonly operationCounts?: { readonly [tag: string]: number };
  /** Info page: how operations are authenticated. */
  readonly authentication?: AuthenticationUse;
  /** Info page: the operations to begin with. */
  readonly firstSteps?: FirstSteps;
  /** Info page: what operations have in common. */
  readonly conventions?: Conventions;
  /** Info page: groups of tags, if the document has some. */
  readonly tagGroups?: readonly TagGroup[];
  /** Info page: names of request collections beside the slices, without their extension. */
  readonly collections?: { readonly [kind in CollectionKind]?: string };
  /** Name of the whole document beside the slices, without its extension. */
  readonly document?: string;
  /** Info page: whether the document is also there as YAML. */
  readonly hasYaml?: true;
  /** Info page: id of the page that lists all schemas. */
  readonly schemaList?: string;
  /** Info page and those of releases: id of the page that lists all releases. */
  readonly changelog?: string;
  /** Info page: the newest release in which anything changed. */
  readonly latestRelease?: ReleaseLink;
  /** The page of all releases: what changed first in each. The page of a release: that one, in full. */
  readonly releases?: readonly Release[];
  /** Operations, webhooks and schemas: what changed in which version, if anything did. */
  readonly history?: PageHistory;
  /**
   * That page: all schemas. Info page of a document without operations: the same. Tag pages: those of its resources,
   * see `ResourceSchemas`.
   */
  readonly schemas?: readonly PageLink[];
  /** Info page: responses to failed requests. */
  readonly errors?: readonly ErrorUse[];
  /** Info page: bodies that it explains. */
  readonly bodies?: CommonBodies;
  /**
   * Links in descriptions that name a part of the document (`#operation/getBook`), as written, and code that names an
   * operation (`GET /books/{id}`), to the page and the place on it: `get-book`, `#section-errors` on the info page.
   */
  readonly links?: { readonly [href: string]: string };
  /**
   * Schemas of the slice that are choices of a discriminator anywhere in the document: its property, and the
   * value that selects the schema.
   */
  readonly variants?: {
    readonly [schema: string]: { readonly property: string; readonly value: string };
  };
  /** Schema pages: the media type of bodies that contain the schema, if all of them are XML. */
  readonly mediaType?: string;
  /**
   * The places of objects in the slice whose keys have another order in the document, and that order:
   * JavaScript, like many tools, puts numbers before all others (`410` before `2XX`).
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

/** `credentials` of a request, as the Fetch standard names the values. */
export type RequestCookies = 'omit' | 'same-origin' | 'include';

/** A language of samples by id, with the maintainer's name for it. */
export interface SampleChoice {
  readonly id: string;
  readonly label?: string;
}

/** A self-contained OpenAPI document for one page: only what the page reaches, `$ref`s kept. */
export type SliceDocument = Document & { readonly 'x-page': PageInfo };
