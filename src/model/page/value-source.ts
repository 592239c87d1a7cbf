import { pageHref } from '../../address/address.ts';
import { asArray, defined, type JsonObject, own } from '../../json/guards.ts';
import { keyTypesOf } from '../../openapi/key-type.ts';
import type { ModelContext } from './context.ts';

/** The operation with which readers find the values of a parameter or a property. */
export interface ValueSource {
  readonly title: string;
  /** Path without base URL. */
  readonly href: string;
  /** Of what it lists: the one that has the value. Absent if that is not certain. */
  readonly property?: string;
}

type Context = Pick<ModelContext, 'flatten' | 'page'>;

/** That of a parameter of the path, undefined if none is known. */
export function pathValueSource(name: string, context: Context): ValueSource | undefined {
  return sourceAt(`path ${name}`, context);
}

/** That of any other name, if values of the schema, or items of it, may identify something. */
export function valueSource(
  name: string,
  schema: unknown,
  context: Context,
): ValueSource | undefined {
  if (!context.page.valueSources) return undefined;
  const whole = context.flatten(schema).schema;
  const one = whole.items === undefined ? whole : context.flatten(whole.items).schema;
  const choices = [...asArray(one.anyOf), ...asArray(one.oneOf)];
  const all: JsonObject[] = [one, ...choices.map((choice) => context.flatten(choice).schema)];
  return all
    .flatMap(keyTypesOf)
    .map((type) => sourceAt(`${type} ${name}`, context))
    .find((source) => source !== undefined);
}

function sourceAt(key: string, { page }: Context): ValueSource | undefined {
  const [id, property] = asArray(own(page.valueSources, key)).map(String);
  const link = page.operations?.find((operation) => operation.id === id);
  return link && { title: link.title, href: pageHref(page, link.id), ...defined({ property }) };
}
