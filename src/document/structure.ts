import { createConfig, lintDocument, type NormalizedProblem } from '@redocly/openapi-core';
import './redocly-types.ts';
import type { Problem } from '../problems/problem.ts';
import { isObject, member, parsePointer } from './json.ts';
import type { Resolver } from './resolver.ts';

/** Where each version says what its objects hold. */
const STANDARD = 'https://spec.openapis.org/oas/';

type Source = Parameters<typeof lintDocument>[0]['document'];

/**
 * What in a document, in any of its files, is not as its OpenAPI version has it: unknown and missing
 * fields, values of the wrong type. Looks at the sources as they were written, before anything is put
 * together or brought to another version.
 */
export async function structureProblems(
  source: Source,
  version: string,
  resolver: Resolver,
): Promise<Problem[]> {
  const config = await createConfig({ rules: { struct: 'error' } });
  let reported: NormalizedProblem[];
  try {
    reported = await lintDocument({ document: source, externalRefResolver: resolver, config });
  } catch {
    // It takes some values for granted; so does the bundler, which says that it cannot go on.
    return [];
  }
  return reported.flatMap(({ location: [location], message, suggest }) => {
    if (location?.pointer === undefined) return [];
    const loaded = resolver.loaded.get(location.source.absoluteRef);
    const path = parsePointer(location.pointer);
    let node = loaded?.value;
    for (const segment of path) node = member(node, segment);
    if (!loaded || isKnown(node, path, version)) return [];
    // What it suggests for values are just others of the same length.
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
              ? `Write it as OpenAPI ${version} has it: ${STANDARD}v${version}.html`
              : `Did you mean "${near}"?`,
        },
        path,
        location.reportOnKey === true ? 'key' : 'value',
      ),
    ];
  });
}

const UNKNOWN_FIELD = /^Property .* is not expected here/;

/** What is no mistake, or told of by another rule. */
function isKnown(node: unknown, path: readonly string[], version: string): boolean {
  const isReference = isObject(node) && typeof node.$ref === 'string';
  // OpenAPI 2.0 sections "Response Object" and "Parameter Object"; the library knows the second only.
  const isFile = version === '2.0' && path.at(-1) === 'type' && node === 'file';
  return isReference || isFile;
}

/** One line, in quotes as ours are, with a full stop. */
function sentence(message: string): string {
  const text = message.trim().replaceAll('`', '"').replace(/\s+/g, ' ');
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
