import { asArray, type JsonObject } from '../../json/guards.ts';
import { annotationOf, compareRanks, type Rank } from './merge.ts';
import type { LookUp } from './ref.ts';
import { isValid } from './schema-check.ts';

/** A schema without `$ref` and `allOf`, one of several that all apply. */
export interface Part {
  readonly source: JsonObject;
  readonly rank: Rank;
}

/**
 * Merges the annotations of several schemas that all apply: each annotation is that of the part with the
 * highest precedence. A default or example that a narrower part rules out is omitted: it was only valid for
 * the wider one.
 */
export function annotationsOf(parts: readonly Part[], lookUp: LookUp): JsonObject {
  const names = new Set(
    parts.flatMap(({ source }) => Object.keys(source).flatMap((key) => annotationOf(key) ?? [])),
  );
  if (names.size === 0) return {};
  const sorted = parts.toSorted((a, b) => compareRanks(b.rank, a.rank));
  return Object.assign({}, ...[...names].map((name) => saidOf(name, sorted, lookUp)));
}

/** @param parts In order of precedence. */
function saidOf(name: string, parts: readonly Part[], lookUp: LookUp): JsonObject {
  const said = parts.flatMap(({ source }, index) => {
    const own = Object.entries(source).filter(([keyword]) => annotationOf(keyword) === name);
    return own.length > 0 ? [{ own: Object.fromEntries(own), index }] : [];
  });
  const [first] = said;
  if (!first) return {};
  if (parts.length === 1 || (name !== 'default' && name !== 'examples')) return first.own;
  // Invalid values are for the author to see: they stay unless a narrower part rules them out.
  const kept = [
    ...said.map(({ own }) => left(own, parts, lookUp)),
    ...said.map(({ own, index }) => left(own, parts.slice(0, index), lookUp)),
  ];
  return kept.find((own) => Object.keys(own).length > 0) ?? {};
}

/** The values of `default`, `example` and `examples` that satisfy all limits of some parts. */
function left(own: JsonObject, parts: readonly Part[], lookUp: LookUp): JsonObject {
  const reading = { lookUp, direction: 'both' } as const;
  const isLeft = (value: unknown) => parts.every(({ source }) => isValid(value, source, reading));
  const entries = Object.entries(own).flatMap(([keyword, value]) => {
    const values = keyword === 'examples' ? asArray(value).filter(isLeft) : value;
    const isThere = keyword === 'examples' ? asArray(values).length > 0 : isLeft(value);
    return isThere ? [[keyword, values]] : [];
  });
  return Object.fromEntries(entries);
}
