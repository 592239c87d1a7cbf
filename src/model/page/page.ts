import type { ExternalDocs, Info } from '../../openapi/types.ts';
import type { PageInfo, PageLink, Usage } from '../../slices/slice.ts';
import type { ExampleModel, MediaTypeModel } from '../request/media-type.ts';
import type { ParameterGroup } from '../request/parameter.ts';
import type { SecurityAlternative, SecuritySchemeModel } from '../request/security.ts';
import type { SampleModel } from '../samples/sample.ts';
import type { Constraint, SchemaNode } from '../schema/schema.ts';
import type { ResponseModel } from './response.ts';
import type { TagLink } from './tag.ts';

export interface ServerModel {
  readonly url: string;
  /** CommonMark source. */
  readonly description?: string;
  readonly variables: readonly {
    readonly name: string;
    /** May be empty; absent where the document has none. */
    readonly default?: string;
    readonly enum: readonly string[];
    readonly description?: string;
  }[];
  readonly extensions: readonly Constraint[];
}

export interface RequestBodyModel {
  readonly required: boolean;
  readonly description?: string;
  readonly content: readonly MediaTypeModel[];
  readonly extensions: readonly Constraint[];
}

export interface OperationModel {
  readonly kind: 'operation' | 'webhook';
  readonly page: PageInfo;
  readonly title: string;
  /** As the document writes it, to be searched for and copied. */
  readonly operationId?: string;
  /** Upper case. */
  readonly method: string;
  /** With `{parameters}`; for a webhook its name. */
  readonly path: string;
  /** CommonMark source: of the operation, then of its path item. */
  readonly description?: string;
  readonly deprecated: boolean;
  /** Short words of the author about it. */
  readonly badges: readonly string[];
  readonly tags: readonly { readonly label: string; readonly href?: string }[];
  readonly externalDocs?: ExternalDocs;
  readonly servers: readonly ServerModel[];
  /** Any one of these is enough; empty: the document asks for none. */
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
  /** Set where what the samples send is less than the document asks for, see `ExampleModel.isCut`. */
  readonly areSamplesCut?: true;
  readonly extensions: readonly Constraint[];
}

export interface SchemaPageModel {
  readonly kind: 'schema';
  readonly page: PageInfo;
  readonly title: string;
  readonly name: string;
  readonly schema: SchemaNode;
  readonly examples: readonly ExampleModel[];
  readonly usedBy: readonly (Usage & { readonly href: string })[];
  readonly usedBySchemas: readonly (PageLink & { readonly href: string })[];
}

export interface TagPageModel {
  readonly kind: 'tag';
  readonly page: PageInfo;
  readonly title: string;
  readonly name: string;
  /** Where the title says something else. */
  readonly summary?: string;
  readonly description?: string;
  readonly externalDocs?: ExternalDocs;
  /** How the tag is meant: `nav`, `audience`, ... */
  readonly tagKind?: string;
  readonly parent?: TagLink;
  readonly children: readonly TagLink[];
  readonly operations: readonly (PageLink & { readonly href: string })[];
  readonly extensions: readonly Constraint[];
}

/** See `model/page/first-request.ts`. */
export interface FirstRequest {
  readonly operation: PageLink & { readonly href: string };
  readonly samples: readonly SampleModel[];
}

export interface InfoPageModel {
  readonly kind: 'info';
  readonly page: PageInfo;
  readonly title: string;
  readonly info: Info;
  /** `x-logo` of Redocly. */
  readonly logo?: { readonly url: string; readonly alt: string; readonly href?: string };
  /** Address of the document (OpenAPI 3.2 section 4.1, `$self`). */
  readonly self?: string;
  /** Dialect of its schemas, where the document names one (OpenAPI 3.1 section 4.8.1). */
  readonly jsonSchemaDialect?: string;
  readonly externalDocs?: ExternalDocs;
  readonly servers: readonly ServerModel[];
  /** What most operations need: the document's own `security`. */
  readonly security: readonly SecurityAlternative[];
  readonly securitySchemes: readonly SecuritySchemeModel[];
  readonly tags: readonly {
    readonly name: string;
    readonly title: string;
    readonly description?: string;
    /** Absent for a tag that no operation carries: it has no page, and all of it stands here. */
    readonly href?: string;
    /** How many operations carry the tag. */
    readonly operations: number;
    readonly externalDocs?: ExternalDocs;
    readonly extensions: readonly Constraint[];
  }[];
  readonly extensions: readonly Constraint[];
  /** What comes back when requests fail, by status: schemas that operations share. */
  readonly errors: readonly {
    readonly status: string;
    /** The status in words. */
    readonly label: string;
    readonly schema: string;
    readonly href?: string;
    readonly operations: number;
  }[];
  /** All schemas, where there are no operations to lead to them. */
  readonly schemas: readonly (PageLink & { readonly href: string })[];
  /** A request that needs nothing to be filled in but the credential. */
  readonly firstRequest?: FirstRequest;
}

export type PageModel = OperationModel | SchemaPageModel | TagPageModel | InfoPageModel;
