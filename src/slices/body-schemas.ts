import { entriesOf } from '../json/guards.ts';
import { type References, schemaNameOf } from './reach.ts';

/** Names of the schemas that the bodies of a request or a response directly refer to. */
export function bodySchemas(part: unknown, references: References): Set<string> {
  const media = entriesOf(references.resolve(part).content).map(([, one]) =>
    references.resolve(one),
  );
  return new Set(references.directOf(media).flatMap((unit) => schemaNameOf(unit) ?? []));
}
