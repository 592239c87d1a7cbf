import type { ExactNumber } from '../json/number.ts';
import type { Method } from './methods.ts';

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

/**
 * The outline of OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html). A document is untrusted: a type here
 * describes a valid document, not the given one, so every reader checks what it uses. What readers get from a
 * walk or a look-up, such as schemas, is unknown anyway.
 */
export interface Document extends Extensions {
  readonly openapi: string;
  /** OpenAPI 3.2: the URI of the document. */
  readonly $self?: string;
  readonly info: Info;
  readonly jsonSchemaDialect?: string;
  readonly servers?: readonly unknown[];
  readonly paths?: { readonly [path: string]: PathItem };
  readonly webhooks?: { readonly [name: string]: PathItem };
  /** By type and name. */
  readonly components?: { readonly [type: string]: Named | undefined };
  readonly security?: readonly unknown[];
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

/** Objects, or references to them, by names that the author chose. */
interface Named {
  readonly [name: string]: unknown;
}

export interface PathItem extends Extensions, Partial<Record<Method, Operation>> {
  readonly $ref?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly servers?: readonly unknown[];
  readonly parameters?: readonly unknown[];
  /** OpenAPI 3.2: operations with other methods. */
  readonly additionalOperations?: { readonly [method: string]: Operation };
}

export interface Operation extends Extensions {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly externalDocs?: ExternalDocs;
  readonly operationId?: string;
  readonly parameters?: readonly unknown[];
  readonly requestBody?: unknown;
  readonly responses?: Named;
  readonly callbacks?: Named;
  readonly deprecated?: boolean;
  readonly security?: readonly unknown[];
  readonly servers?: readonly unknown[];
}

export interface ExternalDocs extends Extensions {
  readonly description?: string;
  readonly url: string;
}

export type ParameterLocation = 'path' | 'query' | 'querystring' | 'header' | 'cookie';

export interface Tag extends Extensions {
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly externalDocs?: ExternalDocs;
  readonly parent?: string;
  readonly kind?: string;
}
