import type { Json } from '../../openapi/types.ts';
import type { ValueSource } from '../page/value-source.ts';
import type { ExampleModel } from '../request/media-type.ts';

/** A constraint in words: `{label: 'min length', value: '1'}`. `value` is shown as code. */
export interface Constraint {
  readonly label: string;
  readonly value?: string;
}

export interface EnumValue {
  readonly value: Json;
  readonly description?: string;
}

/**
 * A named schema that is not shown here, and why. A schema is shown nearest to the top of its body, so a
 * `repeated` one is above or below.
 */
export interface SchemaLink {
  readonly name: string;
  /** Path without base URL; absent if the schema has no page. */
  readonly href?: string;
  readonly reason: 'recursive' | 'repeated' | 'deep';
  /** Where in its body the schema is shown; absent if it is not. */
  readonly shown?: SchemaPlace;
}

/** A place in a body. */
export interface SchemaPlace {
  /** Of its element. */
  readonly id: string;
  /** Names of the properties and choices that lead to it; none for the body itself. */
  readonly trail: readonly string[];
}

export interface Choice {
  readonly label: string;
  /** Discriminator values that select this choice. */
  readonly values: readonly string[];
  /** Set if it also applies when the discriminator is absent or has another value. */
  readonly isDefault?: true;
  readonly anchor: string;
  readonly schema: SchemaNode;
  /** Of the whole body, if this is a choice at its top and the example is generated. */
  readonly example?: ExampleModel;
}

/** A subschema that is neither a property nor a choice: `items`, `not`, `if`, ... */
export interface SchemaPart {
  /** The keyword in words: `Items`, `Must not match`, `If`, ... */
  readonly label: string;
  readonly schema: SchemaNode;
}

export interface PropertyNode {
  readonly name: string;
  /** How to read `name`. A `pattern` is a regular expression, `any` means every other name. */
  readonly kind: 'property' | 'pattern' | 'any';
  readonly required: boolean;
  /** Stable id on the page: `response-200-results-username`. */
  readonly anchor: string;
  readonly schema: SchemaNode;
  /** In requests: where readers find its values, if it identifies something. */
  readonly source?: ValueSource;
}

/** The model of one schema: merged, resolved and cut. */
export interface SchemaNode {
  /** The type in words: `array of User`, `string (date-time)`, `integer or null`, `any`. */
  readonly type: string;
  /**
   * The named schema that this is or that its items are, with the path of its page. The `type` of a named
   * string or number is its base type, and need not contain the name.
   */
  readonly ref?: { readonly name: string; readonly href?: string };
  /**
   * Set if the named schema is not shown here but linked; its name is then in `type`. What follows is what
   * the document says beside the reference.
   */
  readonly link?: SchemaLink;
  /** Named schemas that are merged in here, besides the one that this is. */
  readonly bases: readonly { readonly name: string; readonly href?: string }[];
  /** Set if this is just an alias of one of those. */
  readonly isAlias?: true;
  /** Titles of unnamed schemas that are merged in here. */
  readonly partTitles: readonly string[];
  /** Of the schema itself: that of a named one, which is on its page, only if it is not shown here. */
  readonly title?: string;
  /** CommonMark source. */
  readonly description?: string;
  /** Short labels from the author. */
  readonly badges?: readonly string[];
  /** In which versions it came or changed, in words. */
  readonly history?: readonly string[];
  readonly nullable: boolean;
  readonly deprecated: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly constraints: readonly Constraint[];
  readonly enum: readonly EnumValue[];
  /** Absent and `null` differ: `default: null` is a default. */
  readonly default?: Json;
  readonly const?: Json;
  readonly examples: readonly Json[];
  readonly externalDocs?: { readonly url: string; readonly description?: string };
  /** Properties of the object, or of the items of (nested) arrays. */
  readonly properties: readonly PropertyNode[];
  /** Names omitted because they are read-only in a request or write-only in a response. */
  readonly omitted: readonly string[];
  readonly choices?: {
    readonly kind: 'oneOf' | 'anyOf';
    readonly discriminator?: string;
    readonly options: readonly Choice[];
  };
  readonly parts: readonly SchemaPart[];
  readonly extensions: readonly Constraint[];
}

/**
 * The direction in which a schema is used: requests lack `readOnly` properties, responses `writeOnly` ones.
 */
export type Direction = 'request' | 'response' | 'both';
