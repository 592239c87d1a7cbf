import { isObject, type JsonObject } from '../json/guards.ts';
import { omit } from '../json/key-order.ts';

export type Lose = (node: object, message: string, suggestion: string) => void;

/** Members of a 2.0 parameter, header or items object that belong to a schema, 2.0 section "Items". */
const SCHEMA_FIELDS = (
  'type format items default maximum exclusiveMaximum minimum exclusiveMinimum maxLength ' +
  'minLength pattern maxItems minItems uniqueItems enum multipleOf x-nullable'
).split(' ');

/** Members of a form data parameter that are not its schema's, nor describe it. */
const FIELD_FIELDS = 'name in required collectionFormat allowEmptyValue x-example'.split(' ');

type Styles = Readonly<Record<string, { readonly style: string; readonly explode: boolean }>>;

const FORM = { style: 'form', explode: false };
const SIMPLE = { style: 'simple', explode: false };

/** In a query or form. 3.x has no style for tabs: `x-collectionFormat` says it. */
const PAIRS: Styles = {
  csv: FORM,
  ssv: { style: 'spaceDelimited', explode: false },
  tsv: FORM,
  pipes: { style: 'pipeDelimited', explode: false },
  multi: { style: 'form', explode: true },
};

/** In a path or header, where 3.x only has commas: `x-collectionFormat` says the others. */
const TEXTS: Styles = { csv: SIMPLE, ssv: SIMPLE, tsv: SIMPLE, pipes: SIMPLE };

/**
 * The separators of an array's values, as `style` and `explode`; nothing for other types. The 2.0 default is
 * `csv`. The original stays beside it as `x-collectionFormat`, for readers and for formats that 3.x lacks.
 */
export function serialization(parameter: JsonObject, place: string, lose: Lose): JsonObject {
  if (parameter.type !== 'array') return {};
  const { collectionFormat } = parameter;
  const styles = place === 'query' || place === 'formData' ? PAIRS : TEXTS;
  if (collectionFormat === undefined) return { ...styles.csv };
  const format = String(collectionFormat);
  if (Object.hasOwn(styles, format)) return { ...styles[format], 'x-collectionFormat': format };
  lose(
    parameter,
    `A ${place} parameter cannot have collectionFormat: ${format}, so it is read as csv.`,
    `Use one of ${Object.keys(styles).join(', ')}.`,
  );
  return { ...styles.csv };
}

/** A schema of 2.0 upgraded to 3.0, without its subschemas, which the walk upgrades. */
export function upgradeSchema(schema: JsonObject): JsonObject {
  const { discriminator, 'x-nullable': nullable, ...rest } = schema;
  const file = rest.type === 'file' ? { type: 'string', format: 'binary' } : {};
  const mapping =
    typeof discriminator === 'string' ? { propertyName: discriminator } : discriminator;
  return {
    ...rest,
    ...file,
    ...(mapping === undefined ? {} : { discriminator: mapping }),
    ...(nullable === true ? { nullable } : {}),
  };
}

/** The schema that the members of a parameter, header or items object describe. */
export function schemaOf(node: JsonObject, lose: Lose): JsonObject {
  const entries = Object.entries(node).filter(([key]) => SCHEMA_FIELDS.includes(key));
  const schema = upgradeSchema(Object.fromEntries(entries));
  if (!isObject(schema.items)) return schema;
  const items = schemaOf(schema.items, lose);
  if (schema.items.type !== 'array') return { ...schema, items };
  // 3.x does not define how nested lists are serialized; 2.0 does.
  const format = String(schema.items.collectionFormat ?? 'csv');
  if (!Object.hasOwn(TEXTS, format)) {
    lose(
      node,
      `Arrays in an array cannot have collectionFormat: ${format}, so it is read as csv.`,
      `Use one of ${Object.keys(TEXTS).join(', ')}.`,
    );
  }
  return {
    ...schema,
    items: { ...items, 'x-collectionFormat': Object.hasOwn(TEXTS, format) ? format : 'csv' },
  };
}

/** A parameter other than body and form data, or a header; references stay. */
export function upgradeParameter(parameter: JsonObject, place: string, lose: Lose): JsonObject {
  if (typeof parameter.$ref === 'string') return parameter;
  return {
    ...omit(parameter, ...SCHEMA_FIELDS, 'collectionFormat', 'x-example'),
    ...serialization(parameter, place, lose),
    schema: schemaOf(parameter, lose),
    ...exampleOf(parameter),
  };
}

/** The media types that a form can have; a file requires multipart. */
export function formTypes(
  parameters: readonly JsonObject[],
  consumes: readonly string[],
): string[] {
  const forms = consumes.filter((type) => /^(multipart\/|application\/x-www-form)/i.test(type));
  if (forms.length > 0) return forms;
  const hasFile = parameters.some((parameter) => parameter.type === 'file');
  return [hasFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded'];
}

function encodingOf(parameter: JsonObject, lose: Lose): JsonObject {
  return {
    ...serialization(parameter, 'formData', lose),
    // 3.x only has it for parameters.
    ...(parameter.allowEmptyValue === true ? { 'x-allowEmptyValue': true } : {}),
  };
}

/** `x-example`, which most tools for 2.0 read. */
function exampleOf(parameter: JsonObject): JsonObject {
  return Object.hasOwn(parameter, 'x-example') ? { example: parameter['x-example'] } : {};
}

/** All form data parameters of an operation as one request body. */
export function formBody(
  parameters: readonly JsonObject[],
  consumes: readonly string[],
  lose: Lose,
): JsonObject {
  const describe = (parameter: JsonObject): JsonObject =>
    omit(parameter, ...SCHEMA_FIELDS, ...FIELD_FIELDS);
  const properties = parameters.map((item) => [
    String(item.name),
    { ...schemaOf(item, lose), ...describe(item), ...exampleOf(item) },
  ]);
  const required = parameters.filter((item) => item.required === true).map((item) => item.name);
  const encoding = parameters
    .map((item) => [String(item.name), encodingOf(item, lose)] as const)
    .filter(([, style]) => Object.keys(style).length > 0);
  const mediaType = {
    schema: {
      type: 'object',
      properties: Object.fromEntries(properties),
      ...(required.length > 0 ? { required } : {}),
    },
    ...(encoding.length > 0 ? { encoding: Object.fromEntries(encoding) } : {}),
  };
  const content = formTypes(parameters, consumes).map((type) => [type, mediaType]);
  return {
    ...(required.length > 0 ? { required: true } : {}),
    content: Object.fromEntries(content),
  };
}

/** A body parameter as a request body; `consumes` lists its media types. */
export function requestBody(parameter: JsonObject, consumes: readonly string[]): JsonObject {
  const { schema, name, ...rest } = omit(parameter, 'in', 'x-example');
  const mediaType = { ...(schema === undefined ? {} : { schema }), ...exampleOf(parameter) };
  return {
    ...rest,
    // Only for readers, according to 2.0; other converters keep it in `x-body-name`.
    ...(typeof name === 'string' && name !== 'body' ? { 'x-body-name': name } : {}),
    content: Object.fromEntries(consumes.map((type) => [type, mediaType])),
  };
}
