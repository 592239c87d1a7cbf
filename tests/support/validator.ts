import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { entriesOf, isObject, own, stringsOf } from '../../src/json/guards.ts';

/** Which way values travel. */
export type Way = 'request' | 'response' | 'both';

const LEFT_OUT = { request: 'readOnly', response: 'writeOnly', both: '' } as const;

/** Holds values against schemas of a document, and gives what is wrong with them. */
export type Validate = (value: unknown, schema: unknown) => readonly object[];

/** A validator that others wrote, for the schemas of a document. */
export function validatorOf(components: unknown, way: Way): Validate {
  const ajv = new Ajv2020({ strict: false, logger: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'doc', components: translated(components, way) });
  return (value, schema) =>
    ajv.validate(translated(schema, way) as object, JSON.parse(JSON.stringify(value)))
      ? []
      : (ajv.errors ?? []);
}

/** A schema as a validator has to read it: one way only, and with discriminators as constants. */
function translated(schema: unknown, way: Way): unknown {
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    if (key === '$ref' && typeof value === 'string') return `doc${value}`;
    const tag = own(own(value, 'discriminator'), 'propertyName');
    if (typeof tag === 'string' && Array.isArray(value.oneOf)) {
      const mapping = entriesOf(value.discriminator.mapping);
      value.oneOf = value.oneOf.map((option: { $ref: string }) => {
        const name = option.$ref.split('/').at(-1) ?? '';
        const values = mapping
          .filter(([, target]) => `doc${target}` === option.$ref || target === name)
          .map(([value]) => value);
        const tags = { enum: values.length > 0 ? values : [name] };
        return { allOf: [option], required: [tag], properties: { [tag]: tags } };
      });
    }
    if (isObject(value) && Array.isArray(value.required) && isObject(value.properties)) {
      const { properties } = value;
      const isLeftOut = (name: string) => own(own(properties, name), LEFT_OUT[way]) === true;
      return { ...value, required: stringsOf(value.required).filter((name) => !isLeftOut(name)) };
    }
    return value;
  });
}
