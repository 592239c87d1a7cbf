import { asArray, asObject, asString, inline, type JsonObject, own } from '../../json/guards.ts';
import type { Constraint } from '../schema/schema.ts';
import { valueText } from '../schema/value-text.ts';
import type { ModelContext } from './context.ts';

/**
 * Extensions that say since when and why something is deprecated, and when it will be removed: oasdiff's
 * `x-sunset`.
 */
const DEPRECATION = /^x-(?:sunset|removal-date|deprecat(?:ed|ion)-.+)$/i;

/**
 * The specification extensions of an object (OpenAPI 3.1 section 4.9) as facts: those about its deprecation,
 * and those listed in `extensions` of `openapi/apis.ts`.
 */
export function extensionsOf(holder: unknown, { page }: ModelContext): Required<Constraint>[] {
  const asked = page.extensions ?? [];
  const others = asked.filter((name) => !DEPRECATION.test(name));
  return [
    ...deprecationFacts(holder),
    ...others.flatMap((name) => extension(name, own(holder, name))),
  ];
}

/** The extensions of an object that are about its deprecation. */
export function deprecationFacts(holder: unknown): Required<Constraint>[] {
  const names = Object.keys(asObject(holder)).filter((name) => DEPRECATION.test(name));
  return names.flatMap((name) => extension(name, own(holder, name)));
}

/** All extensions of a schema except those shown in another way. */
export function schemaExtensions(
  schema: JsonObject,
  known: ReadonlySet<string>,
): Required<Constraint>[] {
  return Object.entries(asObject(schema)).flatMap(([name, value]) =>
    name.startsWith('x-') && !known.has(name) ? extension(name, value) : [],
  );
}

function extension(name: string, value: unknown): Required<Constraint>[] {
  if (value === undefined) return [];
  if (!DEPRECATION.test(name)) return [{ label: name, value: valueText(value) }];
  // Words and versions, which readers don't see as JSON.
  return [{ label: name.slice('x-'.length).replaceAll('-', ' '), value: inline(value) }];
}

/** The badges of an operation, parameter or schema: `x-badges` of Redocly and Scalar. */
export function badgesOf(holder: unknown): string[] {
  return asArray(own(holder, BADGES)).flatMap((badge) => asString(own(badge, 'name')) ?? []);
}

export const BADGES = 'x-badges';
