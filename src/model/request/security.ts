import {
  asArray,
  asObject,
  asString,
  defined,
  entriesOf,
  isObject,
  type JsonObject,
  stringsOf,
} from '../../json/guards.ts';
import type { ModelContext } from '../page/context.ts';
import { extensionsOf } from '../page/extension.ts';
import { isWord, type Say, type WordId } from '../page/words.ts';
import { pointerSegments } from '../schema/ref.ts';
import { schemeOf } from './credentials.ts';
import { safeUrl } from './safe-url.ts';

/** A fact; with a URL, its value is a link. */
export interface LinkedFact {
  readonly label: string;
  readonly value: string;
  readonly href?: string;
}

/** One scheme as a reader needs it, OpenAPI 3.1 section 4.8.27. */
export interface SecuritySchemeModel {
  readonly name: string;
  /** In words: `API token (bearer)`, `API key in header X-Key`, `OAuth 2.0`, ... */
  readonly title: string;
  /** The same for places without the name; it contains the name if another scheme of the page has the same title. */
  readonly label: string;
  /** CommonMark source. */
  readonly description?: string;
  /** Further facts: bearer format, flow URLs, header name. `value` is shown as code. */
  readonly facts: readonly LinkedFact[];
  readonly flows: readonly {
    readonly name: string;
    readonly facts: readonly LinkedFact[];
    readonly scopes: readonly { readonly name: string; readonly description: string }[];
  }[];
  readonly deprecated: boolean;
}

/** All of these together authorize a request; an empty list means that no authentication is required. */
export interface SecurityAlternative {
  readonly schemes: readonly {
    readonly scheme: SecuritySchemeModel;
    /** The meaning of `scopes`: token scopes, or roles of the client (OpenAPI 3.1 section 4.8.30.1). */
    readonly kind: 'scope' | 'role';
    /** Scopes or roles that the operation requires. */
    readonly scopes: readonly { readonly name: string; readonly description?: string }[];
  }[];
}

type Flow = SecuritySchemeModel['flows'][number];

/**
 * Security requirements as alternatives (OpenAPI 3.1 section 4.8.30). A requirement `{}` becomes an
 * alternative without schemes: none is required. Empty if the document requires none.
 */
export function buildSecurity(requirements: unknown, context: ModelContext): SecurityAlternative[] {
  return asArray(requirements)
    .filter(isObject)
    .map((requirement) => ({
      schemes: entriesOf(requirement).map(([name, scopes]) => {
        const scheme = securitySchemeOf(name, context);
        const kind = SCOPED.has(String(schemeOf(name, context).type)) ? 'scope' : 'role';
        return {
          scheme,
          kind,
          scopes: [...new Set(stringsOf(scopes))].map((scope) => scopeOf(scope, scheme)),
        };
      }),
    }));
}

function scopeOf(
  name: string,
  { flows }: SecuritySchemeModel,
): { name: string; description?: string } {
  const known = flows.flatMap((flow) => flow.scopes).find((scope) => scope.name === name);
  return { name, ...defined({ description: asString(known?.description) }) };
}

/** Types of schemes whose requirements list scopes. */
const SCOPED: ReadonlySet<string> = new Set(['oauth2', 'openIdConnect']);

/** A scheme of `components.securitySchemes`; unknown schemes are shown by name only. */
export function securitySchemeOf(name: string, context: ModelContext): SecuritySchemeModel {
  const scheme = schemeOf(name, context);
  return {
    name,
    title: titleOf(name, scheme, context.say),
    label: labelOf(name, scheme, context),
    facts: [...factsOf(scheme, FACTS, context.say), ...extensionsOf(scheme, context)],
    flows: entriesOf(scheme.flows).flatMap(([flow, value]) =>
      isObject(value) ? [flowOf(flow, value, context)] : [],
    ),
    deprecated: (scheme.deprecated ?? scheme['x-oai-deprecated']) === true,
    ...defined({ description: asString(scheme.description) }),
  };
}

/** What a scheme is called where its name is not beside it: without the name, unless another one of the page is alike. */
function labelOf(name: string, scheme: JsonObject, context: ModelContext): string {
  const title = titleOf(name, scheme, context.say);
  const schemes = entriesOf(context.document.components?.securitySchemes);
  const isShared = schemes.some(
    ([other]) =>
      other !== name &&
      !isAlias(schemes, other) &&
      titleOf(other, schemeOf(other, context), context.say) === title,
  );
  return isShared ? `${title}: ${name}` : title;
}

/** Whether a scheme is there because another one refers to it, or is itself a reference: the same under two names. */
function isAlias(schemes: readonly (readonly [string, unknown])[], name: string): boolean {
  return schemes.some(([key, scheme]) => {
    const ref = asString(asObject(scheme).$ref);
    return ref !== undefined && (key === name || pointerSegments(ref)?.at(-1) === name);
  });
}

/** The type of a scheme in words, by `type`. */
const TITLES: { readonly [type: string]: (scheme: JsonObject, say: Say) => string } = {
  apiKey: (scheme, say) => {
    const place = asString(scheme.in);
    const key = place ? say('ref.security.apiKeyIn', { place }) : say('ref.security.apiKey');
    return [key, asString(scheme.name)].filter(Boolean).join(' ');
  },
  http: ({ scheme }, say) => httpTitle(asString(scheme) ?? '', say),
  mutualTLS: (_scheme, say) => say('ref.security.mutualTLS'),
  oauth2: () => 'OAuth 2.0',
  openIdConnect: () => 'OpenID Connect',
};

/** A type that is not in the standard is shown as written. */
function titleOf(name: string, scheme: JsonObject, say: Say): string {
  const type = asString(scheme.type);
  if (type === undefined) return name;
  const title = Object.hasOwn(TITLES, type) ? TITLES[type] : undefined;
  return title?.(scheme, say) ?? [type, asString(scheme.name)].filter(Boolean).join(' ');
}

/** Schemes of the HTTP Authentication Scheme Registry are matched case-insensitively. */
function httpTitle(scheme: string, say: Say): string {
  const known: { readonly [scheme: string]: WordId } = {
    basic: 'ref.security.basic',
    bearer: 'ref.security.bearer',
    digest: 'ref.security.digest',
  };
  const key = scheme.toLowerCase();
  const word = Object.hasOwn(known, key) ? known[key] : undefined;
  return word ? say(word) : `HTTP ${scheme}`.trim();
}

/** Fields with a single text. */
const FACTS = ['bearerFormat', 'openIdConnectUrl', 'oauth2MetadataUrl'] as const;
const FLOW_FACTS = [
  'authorizationUrl',
  'deviceAuthorizationUrl',
  'tokenUrl',
  'refreshUrl',
] as const;

function factsOf(
  source: JsonObject,
  facts: typeof FACTS | typeof FLOW_FACTS,
  say: Say,
): LinkedFact[] {
  return facts.flatMap((key) => {
    const label = say(`ref.security.${key}`);
    const value = asString(source[key]);
    if (value === undefined) return [];
    return [
      { label, value, ...defined({ href: key.endsWith('Url') ? safeUrl(value) : undefined }) },
    ];
  });
}

/** One OAuth Flow Object, OpenAPI 3.1 section 4.8.29. */
function flowOf(name: string, flow: JsonObject, context: ModelContext): Flow {
  const word = `ref.flow.${name}`;
  return {
    name: isWord(word) ? context.say(word) : name,
    facts: [...factsOf(flow, FLOW_FACTS, context.say), ...extensionsOf(flow, context)],
    scopes: entriesOf(flow.scopes).map(([scope, description]) => ({
      name: scope,
      description: asString(description) ?? '',
    })),
  };
}
