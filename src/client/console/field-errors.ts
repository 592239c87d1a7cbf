import { translate } from '@docusaurus/Translate';
import { isHost, needsHost } from '../../model/request/chosen-server.ts';
import { chosenEntries, type FormValues } from '../../model/request/form-values.ts';
import type { RequestForm } from '../../model/request/request-form.ts';
import { validate } from './validate.ts';

/** The key of a field that can have an error: `host`, `parameters.2`, `bodies.0.fields.1`. */
export type FieldKey = 'host' | `parameters.${number}` | `bodies.${number}.fields.${number}`;

/** Errors of the fields that the request is made from, in the order of the form. */
export function fieldErrors(form: RequestForm, values: FormValues): ReadonlyMap<FieldKey, string> {
  const errors = new Map<FieldKey, string>();
  const add = (key: FieldKey, result: string | true): void => {
    if (result !== true) errors.set(key, result);
  };
  if (needsHost(form, values) && !isHost(values.host))
    add(
      'host',
      translate({
        id: 'ref.try.hostNeeded',
        message:
          'Enter the base URL of the API: http or https, without a user name or query, such as https://api.example.com',
      }),
    );
  for (const [index, entry] of form.parameters.entries())
    add(`parameters.${index}`, validate(entry, values.parameters[index], form.context));
  const at = Number(values.bodyType);
  const [body, given] = [form.bodies[at], values.bodies[at]];
  if (values.hasBody && body && given)
    for (const { entry, index } of chosenEntries(body, given))
      add(`bodies.${at}.fields.${index}`, validate(entry, given.fields[index], form.context));
  return errors;
}
