import type { Json } from '../document/openapi.ts';
import type { ModelContext } from './context.ts';
import { type JsonObject, own } from './guards.ts';

/** A specification extension, OpenAPI 3.1 section 4.9. */
export interface ExtensionModel {
  readonly name: string;
  readonly value: Json;
}

/** The extensions of an object that are asked for (`extensions` in `openapi/apis.ts`); none by default. */
export function extensionsOf(holder: JsonObject, { page }: ModelContext): ExtensionModel[] {
  return (page.extensions ?? []).flatMap((name) => {
    const value = own(holder, name);
    return value === undefined ? [] : [{ name, value: value as Json }];
  });
}
