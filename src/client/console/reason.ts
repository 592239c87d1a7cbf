import { translate } from '@docusaurus/Translate';
import { asArray, inline, own } from '../../json/guards.ts';
import type { Mismatch } from '../../model/schema/schema-mismatch.ts';

const WIDTH = 80;

const shown = (value: unknown): string => cut([value].flat().map(inline).join(', '));
const cut = (text: string): string => (text.length > WIDTH ? `${text.slice(0, WIDTH - 1)}…` : text);

const notEmpty = (): string => translate({ id: 'ref.try.notEmpty', message: 'must not be empty' });

/** What a value should be, by keyword of JSON Schema 2020-12. */
const REASONS: Readonly<Record<string, (mismatch: Mismatch, limit: string) => string>> = {
  type: (_, limit) =>
    translate({ id: 'ref.try.type', message: 'must be of type {limit}' }, { limit }),
  enum: (_, limit) =>
    translate({ id: 'ref.try.enum', message: 'must be one of {limit}' }, { limit }),
  const: (_, limit) => translate({ id: 'ref.try.const', message: 'must be {limit}' }, { limit }),
  format: (_, limit) =>
    translate({ id: 'ref.try.format', message: 'must have the format {limit}' }, { limit }),
  pattern: (_, limit) =>
    translate({ id: 'ref.try.pattern', message: 'must match the pattern {limit}' }, { limit }),
  minimum: (_, limit) =>
    translate({ id: 'ref.try.minimum', message: 'must be at least {limit}' }, { limit }),
  maximum: (_, limit) =>
    translate({ id: 'ref.try.maximum', message: 'must be at most {limit}' }, { limit }),
  minLength: (_, limit) =>
    limit === '1'
      ? notEmpty()
      : translate(
          { id: 'ref.try.minLength', message: 'must have at least {limit} characters' },
          { limit },
        ),
  maxLength: (_, limit) =>
    translate(
      { id: 'ref.try.maxLength', message: 'must have at most {limit} characters' },
      { limit },
    ),
  minItems: (_, limit) =>
    limit === '1'
      ? notEmpty()
      : translate(
          { id: 'ref.try.minItems', message: 'must have at least {limit} items' },
          { limit },
        ),
  minProperties: (_, limit) =>
    limit === '1'
      ? notEmpty()
      : translate(
          { id: 'ref.try.minProperties', message: 'must have at least {limit} properties' },
          { limit },
        ),
  maxItems: (_, limit) =>
    translate({ id: 'ref.try.maxItems', message: 'must have at most {limit} items' }, { limit }),
  required: ({ value, expected }) => {
    const names = asArray(expected).filter((name) => own(value, String(name)) === undefined);
    return translate(
      { id: 'ref.try.lacks', message: 'must include {names}' },
      { names: shown(names) },
    );
  },
  additionalProperties: () =>
    translate({ id: 'ref.try.unknownProperty', message: 'is not defined in the schema' }),
};

/** The same of a value that is not there. */
export function missing(): string {
  return translate({ id: 'ref.try.missing', message: 'is required' });
}

/** Why a value is invalid, as a phrase that follows the value's name. */
export function reason(mismatch: Mismatch): string {
  const { keyword, expected } = mismatch;
  const explain = Object.hasOwn(REASONS, keyword) ? REASONS[keyword] : undefined;
  const limit = shown(expected);
  return (
    explain?.(mismatch, limit) ??
    translate({ id: 'ref.try.breaks', message: 'violates {keyword}' }, { keyword })
  );
}
