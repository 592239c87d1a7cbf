import type { ExactNumber } from '../json/number.ts';
import type { Method } from './methods.ts';

/**
 * The parts of OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html) and JSON Schema 2020-12 that the
 * pipeline reads. A document is untrusted: a type here describes a valid document, not the given one, so
 * every reader checks what it uses.
 */
export type Json =
  | null
  | boolean
  | number
  | ExactNumber
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** Specification extensions, OpenAPI 3.1 section 4.9. */
export interface Extensions {
  readonly [extension: `x-${string}`]: unknown;
}

export interface Reference {
  readonly $ref: string;
  readonly summary?: string;
  readonly description?: string;
}

export interface Document extends Extensions {
  readonly openapi: string;
  /** OpenAPI 3.2: the URI of the document. */
  readonly $self?: string;
  readonly info: Info;
  readonly jsonSchemaDialect?: string;
  readonly servers?: readonly Server[];
  readonly paths?: { readonly [path: string]: PathItem };
  readonly webhooks?: { readonly [name: string]: PathItem };
  readonly components?: Components;
  readonly security?: readonly SecurityRequirement[];
  readonly tags?: readonly Tag[];
  readonly externalDocs?: ExternalDocs;
}

export interface Info extends Extensions {
  readonly title: string;
  readonly summary?: string;
  readonly description?: string;
  readonly termsOfService?: string;
  readonly contact?: { readonly name?: string; readonly url?: string; readonly email?: string };
  readonly license?: { readonly name: string; readonly identifier?: string; readonly url?: string };
  readonly version: string;
}

export interface Server extends Extensions {
  readonly url: string;
  readonly name?: string;
  readonly description?: string;
  readonly variables?: { readonly [name: string]: ServerVariable };
}

export interface ServerVariable extends Extensions {
  readonly enum?: readonly string[];
  readonly default: string;
  readonly description?: string;
}

export interface Components extends Extensions {
  readonly schemas?: { readonly [name: string]: Schema };
  readonly responses?: { readonly [name: string]: Response | Reference };
  readonly parameters?: { readonly [name: string]: Parameter | Reference };
  readonly examples?: { readonly [name: string]: Example | Reference };
  readonly requestBodies?: { readonly [name: string]: RequestBody | Reference };
  readonly headers?: { readonly [name: string]: Header | Reference };
  readonly securitySchemes?: { readonly [name: string]: SecurityScheme | Reference };
  readonly links?: { readonly [name: string]: Link | Reference };
  readonly callbacks?: { readonly [name: string]: Callback | Reference };
  readonly pathItems?: { readonly [name: string]: PathItem };
}

export interface PathItem extends Extensions, Partial<Record<Method, Operation>> {
  readonly $ref?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly servers?: readonly Server[];
  readonly parameters?: readonly (Parameter | Reference)[];
  /** OpenAPI 3.2: operations with other methods. */
  readonly additionalOperations?: { readonly [method: string]: Operation };
}

export interface Operation extends Extensions {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly externalDocs?: ExternalDocs;
  readonly operationId?: string;
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: RequestBody | Reference;
  readonly responses?: { readonly [status: string]: Response | Reference };
  readonly callbacks?: { readonly [name: string]: Callback | Reference };
  readonly deprecated?: boolean;
  readonly security?: readonly SecurityRequirement[];
  readonly servers?: readonly Server[];
}

export interface ExternalDocs extends Extensions {
  readonly description?: string;
  readonly url: string;
}

export type ParameterLocation = 'path' | 'query' | 'querystring' | 'header' | 'cookie';

export interface Parameter extends Extensions, Header {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly allowEmptyValue?: boolean;
  readonly allowReserved?: boolean;
}

export interface Header extends Extensions {
  readonly description?: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly schema?: Schema;
  readonly content?: { readonly [mediaType: string]: MediaType };
  readonly example?: Json;
  readonly examples?: { readonly [name: string]: Example | Reference };
}

export interface RequestBody extends Extensions {
  readonly description?: string;
  readonly content: { readonly [mediaType: string]: MediaType };
  readonly required?: boolean;
}

export interface MediaType extends Extensions {
  readonly schema?: Schema;
  readonly itemSchema?: Schema;
  readonly example?: Json;
  readonly examples?: { readonly [name: string]: Example | Reference };
  readonly encoding?: { readonly [property: string]: Encoding };
}

export interface Encoding extends Extensions {
  readonly contentType?: string;
  readonly headers?: { readonly [name: string]: Header | Reference };
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

export interface Response extends Extensions {
  readonly summary?: string;
  readonly description?: string;
  readonly headers?: { readonly [name: string]: Header | Reference };
  readonly content?: { readonly [mediaType: string]: MediaType };
  readonly links?: { readonly [name: string]: Link | Reference };
}

export interface Callback extends Extensions {
  readonly [expression: string]: PathItem | unknown;
}

export interface Example extends Extensions {
  readonly summary?: string;
  readonly description?: string;
  readonly value?: Json;
  readonly externalValue?: string;
  readonly dataValue?: Json;
  readonly serializedValue?: string;
}

export interface Link extends Extensions {
  readonly operationRef?: string;
  readonly operationId?: string;
  readonly parameters?: { readonly [name: string]: Json };
  readonly requestBody?: Json;
  readonly description?: string;
  readonly server?: Server;
}

export interface Tag extends Extensions {
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly externalDocs?: ExternalDocs;
  readonly parent?: string;
  readonly kind?: string;
}

/** Scheme name to required scopes or roles; OpenAPI 3.1 section 4.8.30. */
export interface SecurityRequirement {
  readonly [scheme: string]: readonly string[];
}

export interface SecurityScheme extends Extensions {
  readonly type: 'apiKey' | 'http' | 'mutualTLS' | 'oauth2' | 'openIdConnect';
  readonly description?: string;
  readonly name?: string;
  readonly in?: 'query' | 'header' | 'cookie';
  readonly scheme?: string;
  readonly bearerFormat?: string;
  readonly flows?: { readonly [flow: string]: OAuthFlow };
  readonly openIdConnectUrl?: string;
  readonly deprecated?: boolean;
}

export interface OAuthFlow extends Extensions {
  readonly authorizationUrl?: string;
  readonly deviceAuthorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly refreshUrl?: string;
  readonly scopes?: { readonly [scope: string]: string };
}

export interface Discriminator extends Extensions {
  readonly propertyName: string;
  readonly mapping?: { readonly [value: string]: string };
  readonly defaultMapping?: string;
}

export interface SchemaObject extends Extensions {
  readonly $ref?: string;
  readonly $id?: string;
  readonly $anchor?: string;
  readonly $dynamicRef?: string;
  readonly $dynamicAnchor?: string;
  readonly $defs?: { readonly [name: string]: Schema };
  readonly $comment?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly default?: Json;
  readonly example?: Json;
  readonly examples?: readonly Json[];
  readonly format?: string;
  readonly multipleOf?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly maxContains?: number;
  readonly minContains?: number;
  readonly maxProperties?: number;
  readonly minProperties?: number;
  readonly required?: readonly string[];
  readonly dependentRequired?: { readonly [name: string]: readonly string[] };
  readonly properties?: { readonly [name: string]: Schema };
  readonly patternProperties?: { readonly [pattern: string]: Schema };
  readonly additionalProperties?: Schema;
  readonly unevaluatedProperties?: Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly contains?: Schema;
  readonly unevaluatedItems?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly dependentSchemas?: { readonly [name: string]: Schema };
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;
  readonly contentSchema?: Schema;
  readonly discriminator?: Discriminator;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly deprecated?: boolean;
  readonly externalDocs?: ExternalDocs;
  readonly xml?: {
    readonly name?: string;
    readonly namespace?: string;
    readonly prefix?: string;
    readonly attribute?: boolean;
    readonly wrapped?: boolean;
  };
}

/** A schema is an object or, since JSON Schema draft 6, a boolean. */
export type Schema = SchemaObject | boolean;
