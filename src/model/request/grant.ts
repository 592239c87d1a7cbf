import { asString, defined, entriesOf, isObject } from '../../json/guards.ts';
import type { ModelContext } from '../page/context.ts';
import { schemeOf } from './credentials.ts';
import { webUrl } from './safe-url.ts';
import type { SecurityAlternative } from './security.ts';

/** A way to get a token that works from a page, OpenAPI 3.1 section 4.8.28. */
export interface Grant {
  readonly type: GrantType;
  readonly authorizationUrl?: string;
  readonly tokenUrl?: string;
  /** The discovery URL of an OpenID provider. */
  readonly metadataUrl?: string;
  /** All scopes, and whether the operation requires each. */
  readonly scopes: readonly {
    readonly name: string;
    readonly description: string;
    readonly isRequired: boolean;
  }[];
}

export type GrantType = (typeof GRANTS)[number];

/**
 * The others are excluded: `implicit` exposes tokens in URLs, `deviceAuthorization` is for devices without a
 * browser.
 */
const GRANTS = ['authorizationCode', 'clientCredentials', 'password'] as const;

type Requirement = SecurityAlternative['schemes'][number];

/**
 * The ways to get a token for a scheme: the OAuth flows in the document, or those that an OpenID provider
 * usually has. Relative URLs are resolved against the server's (section 4.8.29).
 */
export function grantsOf(
  { scheme: { name }, scopes }: Requirement,
  baseUrl: string,
  context: ModelContext,
): Grant[] {
  const scheme = schemeOf(name, context);
  const asked = new Set(scopes.map((scope) => scope.name));
  const addressOf = (value: unknown): string | undefined => webUrl(value, baseUrl)?.href;
  if (scheme.type === 'openIdConnect') {
    const metadataUrl = addressOf(scheme.openIdConnectUrl);
    const list = [...new Set(['openid', ...asked])].map((scope) => ({
      name: scope,
      description: '',
      isRequired: true,
    }));
    const types = ['authorizationCode', 'clientCredentials'] as const;
    return metadataUrl ? types.map((type) => ({ type, metadataUrl, scopes: list })) : [];
  }
  return GRANTS.flatMap((type) => {
    const flow = isObject(scheme.flows) ? scheme.flows[type] : undefined;
    if (!isObject(flow)) return [];
    return [
      {
        type,
        ...defined({
          authorizationUrl: addressOf(flow.authorizationUrl),
          tokenUrl: addressOf(flow.tokenUrl),
        }),
        scopes: entriesOf(flow.scopes).map(([scope, description]) => ({
          name: scope,
          description: asString(description) ?? '',
          isRequired: asked.has(scope),
        })),
      },
    ];
  });
}
