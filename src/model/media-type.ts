import type { SchemaNode } from './schema.ts';

/** A value of a schema, serialised for its media type. */
export interface ExampleModel {
  /** Unique within the media type; `example` where the document gives no name. */
  readonly name: string;
  /** What a reader sees: summary, or the name made readable, or `Example (from schema)`. */
  readonly label: string;
  /** CommonMark source. */
  readonly description?: string;
  /** The text to show; absent for an external example. */
  readonly value?: string;
  /** Highlighting language of `value`. */
  readonly language: 'json' | 'xml' | 'text';
  readonly externalUrl?: string;
  /** True when made from the schema, false when the document holds it. */
  readonly generated: boolean;
}

/** OpenAPI 3.1 section 4.8.14. */
export interface MediaTypeModel {
  /** `application/json`. */
  readonly mediaType: string;
  readonly anchor: string;
  readonly schema?: SchemaNode;
  readonly examples: readonly ExampleModel[];
  readonly encoding: readonly { readonly property: string; readonly facts: readonly string[] }[];
}
