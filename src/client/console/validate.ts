import { translate } from '@docusaurus/Translate';
import type { ModelContext } from '../../model/page/context.ts';
import { givenValue, type Input } from '../../model/request/control.ts';
import type { Entry } from '../../model/request/request-form.ts';
import { mismatchOf } from '../../model/schema/schema-mismatch.ts';
import { reason } from './reason.ts';

/** An error message for what a reader has entered; true if it is valid. */
export function validate(entry: Entry, input: Input, context: ModelContext): string | true {
  const value = givenValue(input, entry.control);
  if (value === undefined)
    return entry.required ? translate({ id: 'ref.try.missing', message: 'is required' }) : true;
  // Files are not validated.
  if (entry.control.kind === 'file' || (entry.control.kind === 'lines' && entry.control.isFile))
    return true;
  const reading = { lookUp: context.lookUp, direction: 'request' } as const;
  const mismatch = mismatchOf(value, entry.schema ?? true, reading);
  return mismatch ? [...mismatch.path, reason(mismatch)].join(' ') : true;
}
