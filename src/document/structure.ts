import {
  BaseResolver,
  createConfig,
  lintDocument,
  type NormalizedProblem,
} from '@redocly/openapi-core';
import { cached } from '../json/cached.ts';
import './redocly-types.ts';
import { isObject } from '../json/guards.ts';
import { mapEntries } from '../json/key-order.ts';
import { ExactNumber, isNumber } from '../json/number.ts';
import { parsePointer, valueAt } from '../openapi/pointer.ts';
import type { Problem } from '../problems/problem.ts';
import type { Resolver } from './resolver.ts';

/** The published versions of the standard. */
const STANDARD = 'https://spec.openapis.org/oas/';

type Source = Parameters<typeof lintDocument>[0]['document'];

/**
 * The deviations of a document, in any of its files, from its OpenAPI version: unknown and missing fields,
 * values of the wrong type. Checks the sources as written, before bundling and upgrading.
 */
export async function structureProblems(
  source: Source,
  version: string,
  resolver: Resolver,
): Promise<Problem[]> {
  const config = await createConfig({ rules: { struct: 'error' } });
  let reported: NormalizedProblem[];
  try {
    const document = { ...source, parsed: withDoubles(source.parsed) };
    const externalRefResolver = new DoublesResolver(resolver);
    reported = await lintDocument({ document, externalRefResolver, config });
  } catch {
    // It assumes the types of some values; so does the bundler, which reports its own failure.
    return [];
  }
  return reported.flatMap(({ location: [location], message, suggest }) => {
    if (location?.pointer === undefined) return [];
    const loaded = resolver.loaded.get(location.source.absoluteRef);
    const path = parsePointer(location.pointer);
    const node = valueAt(loaded?.value, path);
    if (!loaded || isKnown(node, path, version, message)) return [];
    // Its suggestions for values are just other values of the same length.
    const isUnknownField = UNKNOWN_FIELD.test(message);
    const near = isUnknownField ? suggest?.find((name) => !name.startsWith('x-')) : undefined;
    return [
      loaded.file.problem(
        {
          rule: 'structure',
          severity: 'warning',
          message: sentence(message),
          suggestion:
            near === undefined
              ? `See OpenAPI ${version}: ${STANDARD}v${version}.html`
              : `Did you mean "${near}"?`,
        },
        path,
        location.reportOnKey === true ? 'key' : 'value',
      ),
    ];
  });
}

/** Passes the files of a document with JavaScript numbers: the library knows no others. */
class DoublesResolver extends BaseResolver {
  readonly #resolver: Resolver;
  readonly #documents = new Map<Source, Source>();

  constructor(resolver: Resolver) {
    super();
    this.#resolver = resolver;
  }

  override resolveExternalRef(base: string | null, ref: string): string {
    return this.#resolver.resolveExternalRef(base, ref);
  }

  override async resolveDocument<T>(base: string | null, ref: string, isRoot = false) {
    const read = await this.#resolver.resolveDocument<T>(base, ref, isRoot);
    if (read instanceof Error) return read;
    const changed = () => ({ ...read, parsed: withDoubles(read.parsed) });
    return cached(this.#documents, read, changed) as typeof read;
  }
}

/** The same value if it has no exact numbers, or else a copy. */
function withDoubles(value: unknown): unknown {
  if (value instanceof ExactNumber) return Number(value);
  if (Array.isArray(value)) {
    const items = value.map(withDoubles);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (!isObject(value)) return value;
  const members = mapEntries(value, withDoubles);
  return Object.entries(members).every(([name, member]) => member === value[name])
    ? value
    : members;
}

const UNQUOTED = /^Expected type `string` but got/;

const UNKNOWN_FIELD = /^Property .* is not expected here/;

/** Not a mistake, or reported by another rule. */
function isKnown(
  node: unknown,
  path: readonly string[],
  version: string,
  message: string,
): boolean {
  const isReference = isObject(node) && typeof node.$ref === 'string';
  // OpenAPI 2.0 sections "Response Object" and "Parameter Object"; the library only knows the second.
  const isFile = version === '2.0' && path.at(-1) === 'type' && node === 'file';
  // The rule `unquoted-string`.
  const isUnquoted = UNQUOTED.test(message) && (isNumber(node) || typeof node === 'boolean');
  return isReference || isFile || isUnquoted;
}

/** One line, in our quotes, with a period. */
function sentence(message: string): string {
  const text = message.trim().replaceAll('`', '"').replace(/\s+/g, ' ');
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
