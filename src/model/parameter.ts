import type { ParameterLocation } from '../document/openapi.ts';
import type { ExampleModel } from './media-type.ts';
import type { Constraint, SchemaNode } from './schema.ts';

/** A parameter or a header, OpenAPI 3.1 sections 4.8.12 and 4.8.21. */
export interface ParameterModel {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** CommonMark source. */
  readonly description?: string;
  /** Stable id on the page: `query-page_size`, `response-200-header-x-rate-limit`. */
  readonly anchor: string;
  readonly schema: SchemaNode;
  /** Set where the parameter is described by `content`. */
  readonly mediaType?: string;
  /** How the value is written, where it is not the default: style, explode, allowReserved, allowEmptyValue. */
  readonly serialization: readonly Constraint[];
  readonly examples: readonly ExampleModel[];
}

export interface ParameterGroup {
  readonly in: ParameterLocation;
  /** `Path parameters`. */
  readonly title: string;
  readonly parameters: readonly ParameterModel[];
}
