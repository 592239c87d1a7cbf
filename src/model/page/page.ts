import type { AUTHENTICATION, ERRORS, PAGINATION } from '../../address/anchor.ts';
import type { ExternalDocs, Info } from '../../openapi/types.ts';
import type {
  AuthenticationUse,
  Convention,
  Conventions,
  PageLink,
  Usage,
} from '../../slices/slice.ts';
import type { ExampleModel, MediaTypeModel } from '../request/media-type.ts';
import type { ParameterGroup } from '../request/parameter.ts';
import type { SecurityAlternative, SecuritySchemeModel } from '../request/security.ts';
import type { SampleModel } from '../samples/sample.ts';
import type { Constraint, SchemaNode } from '../schema/schema.ts';
import type { HistoryModel, LinkedRelease, ReleaseModel } from './change.ts';
import type { ErrorBody, PageBody } from './common-body.ts';
import type { PlacedPage } from './context.ts';
import type { DeprecationModel } from './deprecation.ts';
import type { ResponseModel } from './response.ts';
import type { TagLink } from './tag.ts';

/** A link to another page at its place in the site. */
export type LinkedPage = PageLink & { readonly href: string };

export interface ServerModel {
  readonly url: string;
  /** CommonMark source. */
  readonly description?: string;
  readonly variables: readonly {
    readonly name: string;
    /** May be empty; absent if the document has none. */
    readonly default?: string;
    readonly enum: readonly string[];
    readonly description?: string;
  }[];
  readonly extensions: readonly Constraint[];
}

export interface RequestBodyModel {
  /** Prefix of the anchors inside: `request`, or that of a callback's body. */
  readonly anchor: string;
  readonly required: boolean;
  readonly description?: string;
  readonly content: readonly MediaTypeModel[];
  readonly extensions: readonly Constraint[];
}

/** Sections of the info page that operations lead to: their anchors. */
export type InfoSection = typeof AUTHENTICATION | typeof ERRORS | typeof PAGINATION;

export interface OperationModel {
  readonly kind: 'operation' | 'webhook';
  readonly page: PlacedPage;
  readonly title: string;
  /** As in the document, to be searched for and copied. */
  readonly operationId?: string;
  /** Uppercase. */
  readonly method: string;
  /** With `{parameters}`; for a webhook its name. */
  readonly path: string;
  /** CommonMark source: the operation's, then its path item's. */
  readonly description?: string;
  /** Set if it is deprecated. */
  readonly deprecation?: DeprecationModel;
  /** Paths of sections of the info page about what this operation has in common with others. */
  readonly infoLinks: { readonly [section in InfoSection]?: string };
  /** Short labels from the author. */
  readonly badges: readonly string[];
  readonly tags: readonly { readonly label: string; readonly href?: string }[];
  readonly externalDocs?: ExternalDocs;
  readonly servers: readonly ServerModel[];
  /** Any one of these is enough. Empty: the document requires none. */
  readonly security: readonly SecurityAlternative[];
  readonly parameters: readonly ParameterGroup[];
  readonly requestBody?: RequestBodyModel;
  readonly responses: readonly ResponseModel[];
  readonly callbacks: readonly {
    readonly name: string;
    readonly expression: string;
    readonly operation: OperationModel;
  }[];
  readonly samples: readonly SampleModel[];
  /** Set if generated samples can also send what is optional, see `buildRequest`. */
  readonly hasMoreFields?: true;
  /** Set if generated samples send less than the document requires, see `isBodyCut`. */
  readonly areSamplesCut?: true;
  readonly extensions: readonly Constraint[];
  /** Set if anything changed. */
  readonly history?: HistoryModel;
}

export interface SchemaPageModel {
  readonly kind: 'schema';
  readonly page: PlacedPage;
  readonly title: string;
  readonly name: string;
  readonly schema: SchemaNode;
  readonly examples: readonly ExampleModel[];
  readonly usedBy: readonly (Usage & { readonly href: string })[];
  readonly usedBySchemas: readonly LinkedPage[];
  /** Set if anything changed. */
  readonly history?: HistoryModel;
}

/** The operations of a tag on one resource. */
export interface OperationGroup {
  readonly name?: string;
  /** Set if the name is ours, and so in the language of the page. */
  readonly isOurs?: true;
  readonly anchor: string;
  /** With a description only where that says more than the title. */
  readonly operations: readonly LinkedPage[];
  /** What they send and return, the resource itself first. */
  readonly schemas: readonly SchemaEntry[];
}

export interface TagPageModel {
  readonly kind: 'tag';
  readonly page: PlacedPage;
  readonly title: string;
  readonly name: string;
  /** Set if both are ours, and so in the language of the page. */
  readonly isOurs?: true;
  /** Unless the title is the same. */
  readonly summary?: string;
  readonly description?: string;
  readonly externalDocs?: ExternalDocs;
  /** The purpose of the tag: `nav`, `audience`, ... */
  readonly tagKind?: string;
  readonly parent?: TagLink;
  readonly children: readonly TagLink[];
  /** By resource; a single group without a name if they are not divided. */
  readonly groups: readonly OperationGroup[];
  readonly extensions: readonly Constraint[];
}

/** A schema in a list, with those that are derived from it. */
export interface SchemaEntry extends LinkedPage {
  readonly derived: readonly LinkedPage[];
}

/** The schemas whose names begin with a letter. */
export interface SchemaLetter {
  readonly letter: string;
  readonly anchor: string;
  readonly schemas: readonly SchemaEntry[];
}

export interface SchemaListModel {
  readonly kind: 'schemaList';
  readonly page: PlacedPage;
  readonly title: string;
  readonly letters: readonly SchemaLetter[];
}

/** The list of all releases. */
export interface ChangelogModel {
  readonly kind: 'changelog';
  readonly page: PlacedPage;
  readonly title: string;
  /** The newest first, each with what changed first. */
  readonly releases: readonly ReleaseModel[];
}

/** What changed in a release. */
export interface ReleasePageModel {
  readonly kind: 'release';
  readonly page: PlacedPage;
  readonly title: string;
  readonly release: ReleaseModel;
  /** Path of the list of all releases. */
  readonly changelog?: string;
}

/** See `model/page/first-request.ts`. */
export interface FirstRequest {
  readonly operation: LinkedPage;
  /** Any one of these is enough; empty if it needs none. */
  readonly security: readonly SecurityAlternative[];
  readonly samples: readonly SampleModel[];
  /** What to request after it. */
  readonly next?: LinkedPage;
}

/** A tag on the info page. */
export interface TagEntry {
  readonly name: string;
  readonly title: string;
  /** Set if the title is ours, and so in the language of the page. */
  readonly isOurs?: true;
  readonly description?: string;
  /** Absent for a tag without operations: it has no page, and is shown here completely. */
  readonly href?: string;
  /** How many operations have the tag. */
  readonly operations: number;
  readonly externalDocs?: ExternalDocs;
  readonly extensions: readonly Constraint[];
}

/** Tags under a heading of the document; without one, all of them. */
export interface TagEntries {
  readonly name?: string;
  /** Set if the name is ours, and so in the language of the page. */
  readonly isOurs?: true;
  readonly anchor: string;
  readonly tags: readonly TagEntry[];
}

export interface InfoPageModel {
  readonly kind: 'info';
  readonly page: PlacedPage;
  readonly title: string;
  readonly info: Info;
  /** `x-logo` of Redocly. */
  readonly logo?: { readonly url: string; readonly alt: string; readonly href?: string };
  /** URL of the document (OpenAPI 3.2 section 4.1, `$self`). */
  readonly self?: string;
  /** Dialect of its schemas, if the document sets one (OpenAPI 3.1 section 4.8.1). */
  readonly jsonSchemaDialect?: string;
  readonly externalDocs?: ExternalDocs;
  readonly servers: readonly ServerModel[];
  /** Those that most operations accept come first. */
  readonly securitySchemes: readonly SecuritySchemeModel[];
  /** How many operations need them. */
  readonly authentication?: AuthenticationUse;
  /** The operations that need none, if they are few. */
  readonly openOperations: readonly LinkedPage[];
  readonly deprecatedOperations: readonly LinkedPage[];
  /** All tags, in the groups that the document has. */
  readonly tagGroups: readonly TagEntries[];
  readonly extensions: readonly Constraint[];
  /** Responses to failed requests, by status: schemas that operations share. */
  readonly errors: readonly {
    readonly status: string;
    /** The status in words. */
    readonly label: string;
    readonly schema: string;
    readonly href?: string;
    readonly operations: number;
  }[];
  /** What operations have in common. */
  readonly conventions: {
    readonly [kind in keyof Conventions]: readonly (Convention & {
      readonly facts: readonly Constraint[];
    })[];
  };
  /** Bodies of errors that many of them return. */
  readonly errorBodies: readonly ErrorBody[];
  /** What a page of a list contains. */
  readonly pageBody?: PageBody;
  /** All schemas, if there are no operations that lead to them. */
  readonly schemas: readonly SchemaEntry[];
  /** Path of the page that lists all schemas. */
  readonly schemaList?: string;
  /** Path of the page that lists all releases. */
  readonly changelog?: string;
  /** The newest one in which anything changed. */
  readonly latestRelease?: LinkedRelease;
  /** URL of the document, or its path within the site. */
  readonly download?: string;
  /** The same as YAML: its path within the site. */
  readonly downloadYaml?: string;
  /** Path of the Postman collection with all requests. */
  readonly collection?: string;
  /** A request that needs nothing but the credentials. */
  readonly firstRequest?: FirstRequest;
}

export type PageModel =
  | OperationModel
  | SchemaPageModel
  | SchemaListModel
  | ChangelogModel
  | ReleasePageModel
  | TagPageModel
  | InfoPageModel;
