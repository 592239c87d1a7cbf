import { asString, defined, entriesOf, stringsOf } from '../json/guards.ts';
import { operationsOf } from '../openapi/operations.ts';
import { formatPointer } from '../openapi/pointer.ts';
import type { Document, Operation, PathItem } from '../openapi/types.ts';
import type { Draft } from './plan.ts';
import { operationTitles, phrasesOf, type TitledOperation } from './titles/operation-titles.ts';
import type { Phrases } from './titles/phrase.ts';

/** An operation or webhook. */
interface Untitled extends Omit<Draft, 'title'> {
  readonly kind: 'operation' | 'webhook';
  readonly path: string;
  readonly method: string;
}

/** Operations and webhooks with their titles, and the words that these are written with. */
export function operationDrafts(document: Document): {
  readonly operations: Draft[];
  readonly phrases: Phrases;
} {
  const drafts = [
    ...untitledDrafts(document.paths, 'paths', 'operation'),
    ...untitledDrafts(document.webhooks, 'webhooks', 'webhook'),
  ];
  const titled = drafts.map(titledOf);
  const phrases = phrasesOf(document, titled);
  const titles = operationTitles(titled, phrases);
  return {
    operations: drafts.map((draft, at) => ({ ...draft, title: titles[at]?.title ?? draft.path })),
    phrases,
  };
}

function titledOf({ kind, method, path, operation = {} }: Untitled): TitledOperation {
  return {
    kind,
    method,
    path,
    ...defined({
      operationId: asString(operation.operationId),
      summary: asString(operation.summary),
      description: asString(operation.description),
    }),
  };
}

function untitledDrafts(items: unknown, key: string, kind: 'operation' | 'webhook'): Untitled[] {
  return entriesOf(items).flatMap(([path, item]) =>
    operationsOf(item).map(({ method: written, operation, at }) => {
      const method = written.toLowerCase();
      const summary = asString(operation.summary);
      const operationId = asString(operation.operationId);
      const isWebhook = kind === 'webhook';
      const place = `${method} ${path}`;
      return {
        kind,
        names: {
          kind,
          names: [operationId, summary, isWebhook ? path : place],
          apart: isWebhook ? `webhook ${place}` : place,
        },
        pointer: formatPointer([key, path, ...at]),
        path,
        method,
        operation: operation as Operation,
        item: item as PathItem,
        tags: [...new Set(stringsOf(operation.tags))],
      };
    }),
  );
}
