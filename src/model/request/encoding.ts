import { asArray, asObject, entriesOf, isObject, type JsonObject } from '../../json/guards.ts';
import { segmentOf } from '../page/anchor.ts';
import type { ModelContext } from '../page/context.ts';
import { extensionsOf } from '../page/extension.ts';
import type { Constraint, Direction } from '../schema/schema.ts';
import { buildHeaders, type ParameterModel } from './parameter.ts';
import { formStyleGap } from './style-gap.ts';

/** How a part of a form is serialized, OpenAPI 3.1 section 4.8.15. */
export interface EncodingModel {
  /** The property whose values this applies to; absent if the position of a part counts. */
  readonly property?: string;
  /** The position of a part, 1-based; absent for all that follow (OpenAPI 3.2 section 4.15.2). */
  readonly position?: number;
  readonly facts: readonly Constraint[];
  readonly headers: readonly ParameterModel[];
  /** For nested parts. */
  readonly encoding: readonly EncodingModel[];
}

/**
 * The fields of an encoding that are shown, and where they are: fields that 3.x lacks are our own extensions.
 */
const FACTS = [
  ['contentType', 'contentType'],
  ['style', 'style'],
  ['explode', 'explode'],
  ['allowReserved', 'allowReserved'],
  ['collectionFormat', 'x-collectionFormat'],
  ['allowEmptyValue', 'x-allowEmptyValue'],
] as const;

interface Around {
  readonly context: ModelContext;
  readonly direction: Direction;
  readonly anchor: string;
}

/**
 * The encodings of a media type, or of a part: by name, and since OpenAPI 3.2 (sections 4.14.4 and 4.15.3) by
 * position. At most one level of nested parts.
 */
export function buildEncoding(
  holder: JsonObject,
  around: Around,
  isInside = false,
): EncodingModel[] {
  const one = (value: unknown, segment: string): Omit<EncodingModel, 'property' | 'position'> => {
    const encoding = asObject(value);
    const anchor = around.context.anchors.claim(around.anchor, 'encoding', segment);
    return {
      facts: FACTS.flatMap(([key, member]) => {
        const field = encoding[member];
        return typeof field === 'string' || typeof field === 'boolean'
          ? [{ label: `${key}: ${field}` }]
          : [];
      }).concat(extensionsOf(encoding, around.context)),
      headers: buildHeaders(encoding.headers, around.context, anchor, around.direction),
      encoding: isInside ? [] : buildEncoding(encoding, { ...around, anchor }, true),
    };
  };
  return [
    ...entriesOf(holder.encoding).map(([property, value]) => {
      const model = one(value, segmentOf(property));
      const isOpen =
        around.direction === 'request' &&
        formStyleGap(property, value, holder.schema, around.context) !== undefined;
      const open = isOpen ? [{ label: around.context.say('ref.undefinedStyle') }] : [];
      return { property, ...model, facts: [...model.facts, ...open] };
    }),
    ...asArray(holder.prefixEncoding).map((value, index) => ({
      position: index + 1,
      ...one(value, String(index + 1)),
    })),
    ...(isObject(holder.itemEncoding) ? [one(holder.itemEncoding, 'items')] : []),
  ];
}
