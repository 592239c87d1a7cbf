import { append } from '../json/append.ts';
import { entriesOf } from '../json/guards.ts';
import { notationOf } from '../model/request/serialize.ts';
import type { Operation } from '../openapi/types.ts';
import { callbackOperationsOf } from './operation-parts.ts';
import type { PlannedPage } from './plan.ts';
import { type References, schemaNameOf } from './reach.ts';

/** The named schemas that operations send and return only as XML, each with its media type. */
export function xmlSchemas(
  operations: readonly PlannedPage[],
  references: References,
): ReadonlyMap<string, string> {
  const xml = new Map<string, unknown[]>();
  const others: unknown[] = [];
  for (const page of operations) {
    const operation = page.operation as Operation;
    others.push(page.item?.parameters);
    for (const one of [operation, ...callbackOperationsOf(operation, references)]) {
      const responses = entriesOf(one.responses).map(([, response]) =>
        references.resolve(response),
      );
      others.push(one.parameters, ...responses.map(({ headers }) => headers));
      const bodies = [references.resolve(one.requestBody), ...responses];
      for (const [type, media] of bodies.flatMap(({ content }) => entriesOf(content))) {
        if (notationOf(type) === 'xml') append(xml, type, media);
        else others.push(media);
      }
    }
  }
  if (xml.size === 0) return new Map();
  const reached = (values: readonly unknown[]) =>
    [...references.reach(references.directOf(values))].flatMap((unit) => schemaNameOf(unit) ?? []);
  const elsewhere = new Set(reached(others));
  const found = [...xml].flatMap(([type, media]) =>
    reached(media)
      .filter((name) => !elsewhere.has(name))
      .map((name) => [name, type] as const),
  );
  // The first type counts.
  return new Map(found.reverse());
}
