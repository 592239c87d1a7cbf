import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isObject, type JsonObject, listOf, objectOf, parsed, textOf } from './json.ts';

/** Where the document's components stand for the validator. */
const BASE = 'document';

/** Answers what a document's schemas say of values that are sent, by a validator that is not ours. */
export class Schemas {
  readonly #document: JsonObject;
  readonly #ajv = new Ajv2020({ strict: false, logger: false, unicodeRegExp: true });
  readonly #compiled = new WeakMap<object, ValidateFunction>();

  constructor(document: JsonObject) {
    this.#document = document;
    addFormats.default(this.#ajv);
    const components = this.#asRequest(document.components ?? {});
    this.#ajv.addSchema({ $id: BASE, components: objectOf(components) });
  }

  /** What is wrong with a value, or undefined where it is valid. */
  mistakeIn(value: unknown, schema: unknown): string | undefined {
    if (schema === undefined || schema === true) return undefined;
    const validate = this.#validatorOf(isObject(schema) ? schema : { not: {} });
    if (validate(value)) return undefined;
    const [error] = validate.errors ?? [];
    const place = error?.instancePath ? `${error.instancePath} ` : '';
    return `${place}${error?.message ?? 'is invalid'}, in ${shortened(JSON.stringify(value))}`;
  }

  /** What a `$ref` leads to, else the object itself; `{}` for anything else. */
  resolve(value: unknown): JsonObject {
    let found = value;
    for (let depth = 0; depth < 20 && isObject(found) && typeof found.$ref === 'string'; depth++) {
      found = this.#lookUp(found.$ref);
    }
    return objectOf(found);
  }

  /** A schema with all that it is made of: what `$ref`, `allOf`, `anyOf` and `oneOf` lead to. */
  branchesOf(schema: unknown, seen = new Set<unknown>()): JsonObject[] {
    if (!isObject(schema) || seen.has(schema)) return [];
    seen.add(schema);
    const target = typeof schema.$ref === 'string' ? [this.resolve(schema)] : [];
    const deeper = [schema.allOf, schema.anyOf, schema.oneOf].flatMap(listOf);
    return [schema, ...[...target, ...deeper].flatMap((one) => this.branchesOf(one, seen))];
  }

  /** The types that a value may have; all of them where the schema names none. */
  typesOf(schema: unknown): ReadonlySet<string> {
    const types = this.branchesOf(schema).flatMap((branch) => {
      const values = [...listOf(branch.enum), ...('const' in branch ? [branch.const] : [])];
      return [branch.type ?? []].flat().concat(values.map(typeOf));
    });
    return new Set(types.length > 0 ? types.map(String) : ALL);
  }

  propertyOf(schema: unknown, name: string): unknown {
    const branches = this.branchesOf(schema);
    const declared = branches
      .map(({ properties }) => objectOf(properties))
      .find((properties) => Object.hasOwn(properties, name));
    if (declared) return declared[name];
    return branches.find(({ additionalProperties }) => additionalProperties !== undefined)
      ?.additionalProperties;
  }

  /** The names of properties that a schema declares, and whether it takes others. */
  namesOf(schema: unknown): { readonly names: ReadonlySet<string>; readonly isOpen: boolean } {
    const branches = this.branchesOf(schema);
    const names = branches.flatMap(({ properties }) => Object.keys(objectOf(properties)));
    const more = branches.map(({ additionalProperties }) => additionalProperties);
    return { names: new Set(names), isOpen: names.length === 0 || more.some(isObject) };
  }

  itemOf(schema: unknown): unknown {
    return this.branchesOf(schema).find(({ items }) => items !== undefined)?.items;
  }

  /** What a text in a parameter or a form stands for: the first reading that the schema takes. */
  valueOf(text: string, schema: unknown): unknown {
    const types = this.typesOf(schema);
    const isNumber = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text);
    const readings: unknown[] = [
      ...(types.has('string') ? [text] : []),
      ...(isNumber && (types.has('number') || types.has('integer')) ? [Number(text)] : []),
      ...(types.has('boolean') && /^(true|false)$/.test(text) ? [text === 'true'] : []),
      ...(types.has('null') && /^(null)?$/.test(text) ? [null] : []),
      // No style says how to write what is nested; JSON is what can be read again.
      ...(types.has('object') || types.has('array') ? [parsed(text)] : []),
    ];
    const fits = readings.find(
      (value) => value !== undefined && this.mistakeIn(value, schema) === undefined,
    );
    return fits === undefined ? text : fits;
  }

  #validatorOf(schema: JsonObject): ValidateFunction {
    const known = this.#compiled.get(schema);
    if (known) return known;
    const validate = this.#ajv.compile(objectOf(this.#asRequest(schema)));
    this.#compiled.set(schema, validate);
    return validate;
  }

  #lookUp(ref: string): unknown {
    if (!ref.startsWith('#/')) return undefined;
    const segments = ref.slice(2).split('/').map(decodeURIComponent);
    return segments.reduce<unknown>(
      (value, segment) => objectOf(value)[segment.replaceAll('~1', '/').replaceAll('~0', '~')],
      this.#document,
    );
  }

  /**
   * A schema as it reads for a request: `readOnly` properties are neither required nor sent
   * (OpenAPI 3.1 section 4.8.24.2), discriminators are constants (4.8.25), `$ref`s are absolute.
   */
  #asRequest(source: unknown): unknown {
    if (Array.isArray(source)) return source.map((item) => this.#asRequest(item));
    if (!isObject(source)) return source;
    const { $schema: _dialect, discriminator, ...schema } = source;
    const options = Object.entries(schema).map(([name, value]): [string, unknown] => {
      if (name === 'required' && Array.isArray(value)) {
        return [name, value.filter((one) => !this.#isReadOnly(source, String(one)))];
      }
      if (name === 'properties' && isObject(value)) return [name, this.#properties(value)];
      if (name === '$ref' && typeof value === 'string' && value.startsWith('#/')) {
        return [name, `${BASE}${value}`];
      }
      if (name === 'oneOf' || name === 'anyOf') {
        const tag = textOf(objectOf(discriminator).propertyName);
        return [name, listOf(value).map((one) => this.#option(one, tag, discriminator))];
      }
      const isPlain = ['const', 'enum', 'example', 'examples', 'default'].includes(name);
      return [name, isPlain ? value : this.#asRequest(value)];
    });
    return Object.fromEntries(options);
  }

  #properties(properties: JsonObject): JsonObject {
    return Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [
        name,
        objectOf(schema).readOnly === true ? { not: {} } : this.#asRequest(schema),
      ]),
    );
  }

  #isReadOnly(schema: JsonObject, name: string): boolean {
    return this.branchesOf(schema).some(
      ({ properties }) => objectOf(objectOf(properties)[name]).readOnly === true,
    );
  }

  /** A choice that the discriminator's values select: `mapping`, or else the schema's own name. */
  #option(option: unknown, tag: string | undefined, discriminator: unknown): unknown {
    const reading = this.#asRequest(option);
    const ref = textOf(objectOf(option).$ref);
    if (tag === undefined || ref === undefined) return reading;
    const own = ref.split('/').at(-1) ?? '';
    const mapped = Object.entries(objectOf(objectOf(discriminator).mapping))
      .filter(([, target]) => target === ref || target === own)
      .map(([value]) => value);
    const values = mapped.length > 0 ? mapped : [own];
    return { allOf: [reading], required: [tag], properties: { [tag]: { enum: values } } };
  }
}

const ALL = ['string', 'number', 'boolean', 'null', 'object', 'array'];

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** A value for a message. */
export function shortened(text = ''): string {
  return text.length > 120 ? `${text.slice(0, 120)}...` : text;
}
