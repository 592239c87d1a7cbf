import { parseJson } from '../../json/text.ts';
import type { ModelContext } from '../../model/page/context.ts';
import { givenValue, type Input } from '../../model/request/control.ts';
import type { Entry } from '../../model/request/request-form.ts';
import { mismatchOf } from '../../model/schema/schema-mismatch.ts';
import { missing, reason } from './reason.ts';

/** An error message for what a reader has entered; true if it is valid. */
export function validate(entry: Entry, input: Input, context: ModelContext): string | true {
  const value = givenValue(input, entry.control);
  if (value === undefined) return entry.required ? missing() : true;
  // Files are not validated.
  if (entry.control.kind === 'file' || (entry.control.kind === 'lines' && entry.control.isFile))
    return true;
  return validValue(value, entry.schema, context);
}

/** The same for the text of a JSON body. The form and the text show more than this first error. */
export function validText(text: string, schema: unknown, context: ModelContext): string | true {
  if (schema === undefined && text.trim() === '') return true;
  try {
    return validValue(parseJson(text), schema, context);
  } catch {
    return 'JSON';
  }
}

function validValue(value: unknown, schema: unknown, context: ModelContext): string | true {
  const reading = { lookUp: context.lookUp, direction: 'request' } as const;
  const mismatch = mismatchOf(value, schema ?? true, reading);
  return mismatch ? [...mismatch.path, reason(mismatch)].join(' ') : true;
}
