import type { LinkedPage, SchemaEntry } from '../model/page/page.ts';
import { code, type Item, list, text, words } from './text.ts';
import type { Twin } from './twin.ts';

/** An operation in a list: method, path, title, and what its description adds. */
export function operationItem(operation: LinkedPage, twin: Twin): Item {
  const { method = '', path = '', title, href, description, deprecated } = operation;
  const line = words(
    text(method),
    path !== '' && code(path),
    twin.to(title, href),
    deprecated && `_${twin.say('site.deprecated')}_`,
  );
  return { line: description ? `${line}: ${text(description)}` : line };
}

/** Schemas in a list, with those derived from them. */
export function schemaLinks(schemas: readonly SchemaEntry[], twin: Twin): string {
  return list(
    schemas.map(({ title, href, description, derived }) => {
      const line = twin.to(title, href);
      const others = derived.map((one) => twin.to(one.title, one.href)).join(', ');
      return {
        line: words(
          description ? `${line}: ${text(description)}` : line,
          others && `(${words(twin.say('site.derived'), others)})`,
        ),
      };
    }),
  );
}
