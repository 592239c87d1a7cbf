import { asObject, asString, entriesOf, stringsOf } from '../json/guards.ts';
import type { Operation } from '../openapi/types.ts';
import type { PlannedPage } from './plan.ts';
import { type References, schemaNameOf } from './reach.ts';
import { cutAtWord } from './text.ts';
import { oneLine } from './title.ts';

/** Names in a list; the rest are counted. */
const SHOWN = 3;

/**
 * What an operation is, in sentences made of facts, for search engines and lists: where the document has no
 * description, or where that is the title. `POST /books: add a book. Body: title, price and 2 more. Returns 201 Book.`
 */
export function factsOf(
  { title, method = '', path = '', operation, kind }: PlannedPage,
  references: References,
): string {
  if (!operation) return '';
  const place = kind === 'webhook' ? `Webhook ${path}` : `${method.toUpperCase()} ${path}`;
  const facts = [
    title === place ? `${place}.` : `${place}: ${title}.`,
    bodyFacts(operation, references),
    responseFacts(operation, references),
  ];
  return cutAtWord(oneLine(facts.filter(Boolean).join(' ')));
}

/** Names of the fields that a body needs, or else of those that it may have. */
function bodyFacts({ requestBody }: Operation, references: References): string {
  const { content } = references.resolve(requestBody);
  const [[type = '', media] = []] = entriesOf(content);
  if (media === undefined) return '';
  const schema = references.resolve(asObject(media).schema);
  const names = Object.keys(asObject(schema.properties));
  if (names.length === 0) return `Body: ${type}.`;
  const required = new Set(stringsOf(schema.required));
  const first = names.filter((name) => required.has(name));
  const shown = (first.length > 0 ? first : names).slice(0, SHOWN);
  const more = names.length - shown.length;
  return `Body: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

/** The first status of success, and the name of what it returns. */
function responseFacts({ responses }: Operation, references: References): string {
  const success = entriesOf(responses).find(([status]) => /^2/.test(status));
  if (!success) return '';
  const [status, response] = success;
  const [[, media] = []] = entriesOf(references.resolve(response).content);
  const ref = asString(asObject(asObject(media).schema).$ref);
  const name = ref === undefined ? undefined : schemaNameOf(ref.replace('#/', ''));
  return `Returns ${[status, name].filter(Boolean).join(' ')}.`;
}
