import type { Json } from '../document/openapi.ts';
import type { MediaTypeModel } from './media-type.ts';
import type { ParameterModel } from './parameter.ts';

/** OpenAPI 3.1 section 4.8.17. */
export interface ResponseModel {
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  /** The status in words: `OK`, `Not Found`, `Client error`, `Any other status`. */
  readonly label: string;
  readonly tone: 'info' | 'success' | 'redirect' | 'error' | 'other';
  readonly anchor: string;
  /** CommonMark source. */
  readonly description?: string;
  readonly headers: readonly ParameterModel[];
  readonly content: readonly MediaTypeModel[];
  readonly links: readonly LinkModel[];
}

/** A response link, OpenAPI 3.1 section 4.8.20. */
export interface LinkModel {
  readonly name: string;
  readonly description?: string;
  readonly target?: { readonly title: string; readonly href: string };
  /** The target as the document names it: operationId or operationRef. */
  readonly targetName: string;
  readonly parameters: readonly { readonly name: string; readonly value: Json }[];
  readonly requestBody?: Json;
  readonly server?: string;
}
