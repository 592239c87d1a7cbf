import { isObject, type JsonObject, omit } from './json.ts';

export type Lose = (node: object, message: string, suggestion: string) => void;

/** Members of a 2.0 parameter, header or items object that are a schema's, 2.0 section "Items". */
const SCHEMA_FIELDS = [
  'type',
  'format',
  'items',
  'default',
  'maximum',
  'exclusiveMaximum',
  'minimum',
  'exclusiveMinimum',
  'maxLength',
  'minLength',
  'pattern',
  'maxItems',
  'minItems',
  'uniqueItems',
  'enum',
  'multipleOf',
  'x-nullable',
];

const FORM = { csv: ['form', false], multi: ['form', true] } as const;
const DELIMITED = { ssv: ['spaceDelimited', false], pipes: ['pipeDelimited', false] } as const;
const SIMPLE = { csv: ['simple', false] } as const;

type Styles = Readonly<Record<string, readonly [style: string, explode: boolean]>>;

/** `collectionFormat` by the place of the parameter; what is not here cannot be said in 3.x. */
const STYLES: Readonly<Record<string, Styles>> = {
  query: { ...FORM, ...DELIMITED },
  formData: { ...FORM, ...DELIMITED },
  path: SIMPLE,
  header: SIMPLE,
};

/** `style` and `explode` of an array, or nothing for other types. The 2.0 default is `csv`. */
export function serialization(parameter: JsonObject, place: string, lose: Lose): JsonObject {
  if (parameter.type !== 'array') return {};
  const format = String(parameter.collectionFormat ?? 'csv');
  const styles = STYLES[place] ?? {};
  const found = Object.hasOwn(styles, format) ? styles[format] : undefined;
  if (found) return { style: found[0], explode: found[1] };
  lose(
    parameter,
    `OpenAPI 3 cannot say collectionFormat: ${format} of a ${place} parameter.`,
    'Say in the description how the values are separated.',
  );
  return {};
}

/** A schema of 2.0 brought to 3.0; it stands alone, its subschemas are upgraded by the walk. */
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
  if (!['csv', undefined].includes(schema.items.collectionFormat as string | undefined)) {
    const format = String(schema.items.collectionFormat);
    lose(
      node,
      `OpenAPI 3 cannot say collectionFormat: ${format} of lists in a list.`,
      'Say in the description how the values are separated.',
    );
  }
  return { ...schema, items: schemaOf(schema.items, lose) };
}

/** A parameter that is neither body nor form data, or a header; references stay. */
export function upgradeParameter(parameter: JsonObject, place: string, lose: Lose): JsonObject {
  if (typeof parameter.$ref === 'string') return parameter;
  const { 'x-example': example, ...rest } = omit(parameter, ...SCHEMA_FIELDS, 'collectionFormat');
  return {
    ...rest,
    ...serialization(parameter, place, lose),
    schema: schemaOf(parameter, lose),
    ...(example === undefined ? {} : { example }),
  };
}

/** The media types a form can have; a file needs multipart. */
function formTypes(parameters: readonly JsonObject[], consumes: readonly string[]): string[] {
  const forms = consumes.filter((type) => /^(multipart\/|application\/x-www-form)/i.test(type));
  if (forms.length > 0) return forms;
  const hasFile = parameters.some((parameter) => parameter.type === 'file');
  return [hasFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded'];
}

/** All form data parameters of an operation as one request body. */
export function formBody(
  parameters: readonly JsonObject[],
  consumes: readonly string[],
  lose: Lose,
): JsonObject {
  const own = (parameter: JsonObject): JsonObject =>
    omit(parameter, ...SCHEMA_FIELDS, 'name', 'in', 'required', 'collectionFormat');
  const properties = parameters.map((item) => [
    String(item.name),
    { ...schemaOf(item, lose), ...own(item) },
  ]);
  const required = parameters.filter((item) => item.required === true).map((item) => item.name);
  const encoding = parameters
    .map((item) => [String(item.name), serialization(item, 'formData', lose)] as const)
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

/** A body parameter as a request body; `consumes` names its media types. */
export function requestBody(parameter: JsonObject, consumes: readonly string[]): JsonObject {
  const { schema, name, ...rest } = omit(parameter, 'in');
  const mediaType = schema === undefined ? {} : { schema };
  return {
    ...rest,
    // Only for readers, 2.0 says; `x-body-name` is where other converters keep it.
    ...(typeof name === 'string' && name !== 'body' ? { 'x-body-name': name } : {}),
    content: Object.fromEntries(consumes.map((type) => [type, mediaType])),
  };
}
