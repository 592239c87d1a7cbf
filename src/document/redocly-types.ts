import { getTypes } from '@redocly/openapi-core';
import { isData } from '../openapi/fields.ts';

/**
 * What the library's table of OpenAPI 3.2 has other than the standard, put right in the table itself:
 * it can be told of further types, but not by way of the functions that we use.
 */
const types = getTypes('oas3_2');
const { DeviceAuthorization, AuthorizationCode, Response, Parameter, NamedMediaTypes } = types;

// Section 4.28: scopes are like those of the other flows. The table gives them a type that it does not
// know, and every document that has some ended in an error.
const scopes = AuthorizationCode?.properties.scopes;
if (DeviceAuthorization && scopes) DeviceAuthorization.properties.scopes = scopes;

// Section 4.17: a response may do without a description.
if (Response) Response.required = [];

// Section 4.12.2.2: there is a style for cookies.
const style = Parameter?.properties.style;
if (style && typeof style === 'object' && 'enum' in style) {
  Parameter.properties.style = { ...style, enum: [...(style.enum ?? []), 'cookie'] };
}

// Section 4.7: a map of media types, not of maps.
if (NamedMediaTypes) NamedMediaTypes.additionalProperties = () => 'MediaType';

/** Extensions that hold objects with references: those that OpenAPI took over, and code samples in files. */
export const REFERRING_EXTENSIONS: ReadonlySet<string> = new Set(
  'x-webhooks x-query x-codeSamples x-code-samples'.split(' '),
);

type Types = ReturnType<typeof getTypes>;
type NodeType = Types[string];
type Property = NodeType['additionalProperties'];

/** A value in which nothing is a reference. Named types are none: `default` of responses is a response. */
function asData(property: Property): Property {
  const isValue = typeof property === 'object' && property !== null && !('properties' in property);
  return isValue ? { ...property, resolvable: false } : property;
}

/**
 * A Reference Object stands only where OpenAPI says so (3.1 section 4.8.23). The table has them looked for
 * in examples and in all extensions too.
 */
function referencesInObjectsOnly(type: NodeType): void {
  for (const [name, property] of Object.entries(type.properties)) {
    // Data, wherever a type has it for a value and not for an object of its own.
    if (isData(name.replace(/^x-/, ''), [])) type.properties[name] = asData(property);
    else if (
      name.startsWith('x-') &&
      typeof property === 'string' &&
      !REFERRING_EXTENSIONS.has(name)
    ) {
      type.properties[name] = null;
    }
  }
  const { additionalProperties: others, allowed } = type;
  if (!type.extensionsPrefix) {
    if (others) type.additionalProperties = asData(others);
    return;
  }
  // The library goes into whatever has the prefix; to know the keys as "just defined" stops it.
  delete type.extensionsPrefix;
  type.additionalProperties = (value, key) => {
    if (key.startsWith('x-')) return null;
    return typeof others === 'function' ? others(value, key) : others;
  };
  if (allowed) {
    type.allowed = (node) => [
      ...(allowed(node) ?? []),
      ...Object.keys(node).filter((key) => key.startsWith('x-')),
    ];
  }
}

const versions = ['oas2', 'oas3_0', 'oas3_1', 'oas3_2'] as const;
// The versions share types.
const all = new Set(versions.flatMap((version) => Object.values(getTypes(version))));
for (const type of all) referencesInObjectsOnly(type);
