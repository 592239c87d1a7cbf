import { pageHref } from '../../address/address.ts';
import { defined } from '../../json/guards.ts';
import { bodyExamples } from '../examples/body-examples.ts';
import { componentRef } from '../schema/ref.ts';
import { buildSchema } from '../schema/schema-node.ts';
import { flatTypeName } from '../schema/type-name.ts';
import { buildHistory } from './change.ts';
import type { ModelContext } from './context.ts';
import type { SchemaPageModel } from './page.ts';

/** The page of a schema component: its fields, examples, and where it is used. */
export function buildSchemaPage(context: ModelContext): SchemaPageModel {
  const { page } = context;
  const name = page.name ?? '';
  const schema = { $ref: componentRef(name) };
  const anchorPrefix = context.anchors.claim('schema');
  // On its own page, the name of a schema says nothing about its type.
  const { ref: _itself, ...drawn } = buildSchema(schema, {
    context,
    direction: 'both',
    anchorPrefix,
  });
  const mediaType = page.mediaType ?? 'application/json';
  const { schema: exampled, examples } = bodyExamples(
    mediaType,
    { schema },
    drawn,
    context,
    'both',
  );
  const { ref: _name, ...unnamed } = context.flatten(schema);
  const linked = <T extends { id: string }>(links: readonly T[] | undefined) =>
    (links ?? []).map((link) => ({ ...link, href: pageHref(page, link.id) }));
  return {
    kind: 'schema',
    page,
    title: page.title,
    name,
    schema: { ...(exampled ?? drawn), type: flatTypeName(unnamed, context) },
    examples,
    usedBy: linked(page.usedBy),
    usedBySchemas: linked(page.usedBySchemas),
    ...defined({ history: buildHistory(context) }),
  };
}
