import { pageHref } from '../../address/address.ts';
import { asString, defined, type JsonObject } from '../../json/guards.ts';
import { REPLACEMENTS } from '../../openapi/deprecation.ts';
import { safeUrl } from '../request/safe-url.ts';
import type { Constraint } from '../schema/schema.ts';
import type { ModelContext } from './context.ts';
import { deprecationFacts } from './extension.ts';
import { operationTarget } from './link.ts';

/** What a document says about the end of an operation. */
export interface DeprecationModel {
  /** Since when, why, and when the operation will be removed. */
  readonly facts: readonly Constraint[];
  /** What to use instead: an operation of the document, or a URL. */
  readonly replacement?: { readonly title: string; readonly href: string };
}

/** Undefined unless the operation is deprecated (OpenAPI 3.1 section 4.8.10). */
export function buildDeprecation(
  operation: JsonObject,
  context: ModelContext,
): DeprecationModel | undefined {
  if (operation.deprecated !== true) return undefined;
  const name = replacementName(operation, context);
  const replacement = name === undefined ? undefined : replacementIn(operation[name], context);
  return {
    facts: [...sinceOf(context), ...deprecationFacts(withoutReplacement(operation, context))],
    ...defined({ replacement }),
  };
}

/** The version that deprecated it, if the history of the API has it. */
function sinceOf({ page, say }: ModelContext): Constraint[] {
  const version = page.history?.deprecated;
  return version === undefined ? [] : [{ label: say('ref.field.deprecated', { version }) }];
}

/** A deprecated operation without the extension that `DeprecationModel.replacement` shows. */
export function withoutReplacement(operation: JsonObject, context: ModelContext): JsonObject {
  const name = replacementName(operation, context);
  if (operation.deprecated !== true || name === undefined) return operation;
  const { [name]: _shown, ...others } = operation;
  return others;
}

function replacementName(operation: JsonObject, context: ModelContext): string | undefined {
  return REPLACEMENTS.find((name) => replacementIn(operation[name], context) !== undefined);
}

function replacementIn(value: unknown, context: ModelContext): DeprecationModel['replacement'] {
  const text = asString(value);
  if (text === undefined) return undefined;
  const target =
    operationTarget({ operationId: text }, context) ??
    operationTarget({ operationRef: text }, context);
  if (target) return { title: target.title, href: pageHref(context.page, target.id) };
  const href = safeUrl(text);
  return href === undefined ? undefined : { title: text, href };
}
