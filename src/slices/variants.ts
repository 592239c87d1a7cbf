import { asString, entriesOf, isObject } from '../json/guards.ts';
import { discriminatorValues } from '../model/schema/discriminator.ts';
import { createReferences, mappingRef } from '../model/schema/ref.ts';
import type { Document } from '../openapi/types.ts';
import { eachObject } from '../openapi/walk.ts';
import type { PageInfo } from './slice.ts';

type Variant = NonNullable<PageInfo['variants']>[string];

/**
 * The named schemas that are choices of any discriminator in a document (OpenAPI 3.1 section 4.8.25), each
 * with its value in the first of these discriminators.
 */
export function variantsOf(document: Document): ReadonlyMap<string, Variant> {
  const { lookUp } = createReferences(document as unknown as Record<string, unknown>);
  const names = new Map(
    entriesOf(document.components?.schemas).map(([name, schema]) => [schema, name]),
  );
  const found = new Map<string, Variant>();
  const note = ({ oneOf, anyOf, discriminator }: Record<string, unknown>): void => {
    const property = isObject(discriminator) ? asString(discriminator.propertyName) : undefined;
    if (property === undefined || !isObject(discriminator)) return;
    const refs = [
      ...[oneOf, anyOf].flat().map((option) => (isObject(option) ? option.$ref : undefined)),
      ...entriesOf(discriminator.mapping).map(([, target]) => mappingRef(target)),
    ];
    for (const $ref of refs) {
      const name = typeof $ref === 'string' ? names.get(lookUp($ref)) : undefined;
      const [value] =
        name === undefined ? [] : discriminatorValues({ $ref }, discriminator, { lookUp });
      if (name !== undefined && value !== undefined && !found.has(name))
        found.set(name, { property, value });
    }
  };
  eachObject(document, 'document', (node, kind) => {
    if (kind === 'schema') note(node);
  });
  return found;
}
