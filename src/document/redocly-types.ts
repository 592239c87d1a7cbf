import { getTypes } from '@redocly/openapi-core';

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
