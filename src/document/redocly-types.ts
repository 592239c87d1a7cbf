import { getTypes } from '@redocly/openapi-core';
import { isData } from '../openapi/fields.ts';

/**
 * Patches Redocly's table of types for OpenAPI 3.2 where it deviates from the standard. The table is changed
 * in place: it can be extended, but not through the functions that we use.
 */
const types = getTypes('oas3_2');
const { DeviceAuthorization, AuthorizationCode, Response, Parameter, NamedMediaTypes } = types;

// Section 4.28: scopes are like those of the other flows. The table gives them an unknown type, so that
// every document with scopes ended in an error.
const scopes = AuthorizationCode?.properties.scopes;
if (DeviceAuthorization && scopes) DeviceAuthorization.properties.scopes = scopes;

// Section 4.17: the description of a response is optional.
if (Response) Response.required = [];

// Section 4.12.2.2: there is a style for cookies.
const style = Parameter?.properties.style;
if (style && typeof style === 'object' && 'enum' in style)
  Parameter.properties.style = { ...style, enum: [...(style.enum ?? []), 'cookie'] };

// Section 4.7: a map of media types, not of maps.
if (NamedMediaTypes) NamedMediaTypes.additionalProperties = () => 'MediaType';

/**
 * Extensions that contain objects with references: those that OpenAPI adopted, and code samples in files.
 */
export const REFERRING_EXTENSIONS: ReadonlySet<string> = new Set(
  'x-webhooks x-query x-codeSamples x-code-samples'.split(' '),
);

type Types = ReturnType<typeof getTypes>;
type NodeType = Types[string];
type Property = NodeType['additionalProperties'];

/** A value without references. Named types are excluded: `default` of responses is a response. */
function asData(property: Property): Property {
  const isValue = typeof property === 'object' && property !== null && !('properties' in property);
  return isValue ? { ...property, resolvable: false } : property;
}

/**
 * A Reference Object is only valid where OpenAPI says so (3.1 section 4.8.23). The table also looks for them
 * in examples and in all extensions.
 */
function referencesInObjectsOnly(type: NodeType): void {
  for (const [name, property] of Object.entries(type.properties)) {
    // Data, wherever a type has it as a value and not as a separate object.
    if (isData(name.replace(/^x-/, ''), [])) type.properties[name] = asData(property);
    else if (
      name.startsWith('x-') &&
      typeof property === 'string' &&
      !REFERRING_EXTENSIONS.has(name)
    )
      type.properties[name] = null;
  }
  const { additionalProperties: others, allowed } = type;
  if (!type.extensionsPrefix) {
    if (others) type.additionalProperties = asData(others);
    return;
  }
  // The library descends into anything with the prefix; listing the keys explicitly prevents that.
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
