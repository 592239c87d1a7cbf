import { isObject, type JsonObject } from '../json/guards.ts';
import { omit } from '../json/key-order.ts';

/** OAuth flows of 2.0 by their name in 3.x. */
const FLOWS: Readonly<Record<string, string>> = {
  implicit: 'implicit',
  password: 'password',
  application: 'clientCredentials',
  accessCode: 'authorizationCode',
};

const FLOW_FIELDS = ['flow', 'authorizationUrl', 'tokenUrl', 'scopes'];

function upgradeOAuth(scheme: JsonObject): JsonObject {
  const flow = String(scheme.flow);
  const name = Object.hasOwn(FLOWS, flow) ? FLOWS[flow] : flow;
  const fields = Object.entries(scheme).filter(
    ([key]) => key !== 'flow' && FLOW_FIELDS.includes(key),
  );
  return {
    ...omit(scheme, ...FLOW_FIELDS),
    flows: { [name ?? flow]: { scopes: {}, ...Object.fromEntries(fields) } },
  };
}

/** By `type`; other schemes are the same in both versions. */
const TYPES: Readonly<Record<string, (scheme: JsonObject) => JsonObject>> = {
  basic: (scheme) => ({ ...scheme, type: 'http', scheme: 'basic' }),
  oauth2: upgradeOAuth,
};

/** A Security Scheme Object of OpenAPI 2.0 as one of 3.x. */
export function upgradeSecurityScheme(scheme: unknown): unknown {
  if (!isObject(scheme)) return scheme;
  const type = String(scheme.type);
  return Object.hasOwn(TYPES, type) ? TYPES[type]?.(scheme) : scheme;
}
