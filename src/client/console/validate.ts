import { translate } from '@docusaurus/Translate';
import type { ModelContext } from '../../model/page/context.ts';
import { givenValue, type Input } from '../../model/request/control.ts';
import type { Entry } from '../../model/request/request-form.ts';
import { mismatchOf } from '../../model/schema/schema-mismatch.ts';
import { reason } from './reason.ts';

/** What is wrong with what a reader has filled in, in words; true where nothing is. */
export function validate(entry: Entry, input: Input, context: ModelContext): string | true {
  const value = givenValue(input, entry.control);
  if (value === undefined)
    return entry.required ? translate({ id: 'ref.try.missing', message: 'is required' }) : true;
  // Files are what they are.
  if (entry.control.kind === 'file' || (entry.control.kind === 'lines' && entry.control.isFile))
    return true;
  const reading = { lookUp: context.lookUp, direction: 'request' } as const;
  const mismatch = mismatchOf(value, entry.schema ?? true, reading);
  return mismatch ? [...mismatch.path, reason(mismatch)].join(' ') : true;
}
