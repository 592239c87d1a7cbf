import type { SecurityAlternative, SecuritySchemeModel } from '../model/request/security.ts';
import { description, joined } from './description.ts';
import { code, type Item, list, text, words } from './text.ts';
import { facts, type Twin } from './twin.ts';

type Required = SecurityAlternative['schemes'][number];

/**
 * The ways to authenticate a request, any one of which is enough (OpenAPI 3.1 section 4.8.30). What a scheme is stands
 * on the page of the API.
 */
export function securityBlocks(
  security: readonly SecurityAlternative[],
  twin: Twin,
): readonly string[] {
  const { say } = twin;
  if (!security.some(({ schemes }) => schemes.length > 0)) return [say('ref.noSecurity')];
  const items = security.map((alternative) => alternativeItem(alternative, twin));
  const [only, another] = items;
  if (only && !another && !only.below?.length) return [only.line];
  return [...(another ? [say('ref.anyOfThese')] : []), list(items)];
}

function alternativeItem({ schemes }: SecurityAlternative, twin: Twin): Item {
  const { say } = twin;
  if (schemes.length === 0) return { line: say('ref.withoutAuthentication') };
  const names = schemes.map(({ scheme }) => schemeName(scheme, twin));
  return {
    line: names.join(` ${say('ref.andWith')} `),
    below: [list(schemes.flatMap((required) => scopeItems(required, twin)))].filter(Boolean),
  };
}

function schemeName({ title, name, deprecated }: SecuritySchemeModel, { say }: Twin): string {
  return words(text(title), code(name), deprecated && say('ref.deprecated'));
}

function scopeItems({ kind, scopes }: Required, twin: Twin): readonly Item[] {
  const word = twin.say(kind === 'scope' ? 'ref.scope' : 'ref.role');
  return scopes.map(({ name, description: about }) => scopeItem(`${word} `, name, about, twin));
}

function scopeItem(word: string, name: string, about: string | undefined, twin: Twin): Item {
  const { line, below } = joined([description(about, twin)]);
  return { line: line === '' ? word + code(name) : `${word}${code(name)}: ${line}`, below };
}

/** A scheme with all that the document says about it, OpenAPI 3.1 section 4.8.27. */
export function schemeItem(scheme: SecuritySchemeModel, operations: string, twin: Twin): Item {
  const { line, below } = joined([description(scheme.description, twin)]);
  const flows = scheme.flows.map(
    (flow): Item => ({
      line: words(text(flow.name), facts(flow.facts).join(', ')),
      below: [list(flow.scopes.map((one) => scopeItem('', one.name, one.description, twin)))],
    }),
  );
  const head = [schemeName(scheme, twin), ...facts(scheme.facts), operations].filter(Boolean);
  return { line: words(`${head.join(', ')}${line && ':'}`, line), below: [...below, list(flows)] };
}
