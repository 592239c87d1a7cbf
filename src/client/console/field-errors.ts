import { translate } from '@docusaurus/Translate';
import { isHost, needsHost } from '../../model/request/chosen-server.ts';
import { chosenEntries, type FormValues } from '../../model/request/form-values.ts';
import type { RequestForm } from '../../model/request/request-form.ts';
import { validate, validText } from './validate.ts';

/** The key of a body as a whole, or of one of its fields: `bodies.0`, `bodies.0.fields.1`. */
export type BodyKey = `bodies.${number}` | `bodies.${number}.fields.${number}`;

/** The key of a field that can have an error; `host`, `parameters.2`. */
export type FieldKey = 'host' | `parameters.${number}` | BodyKey;

/** Whether an error is one of the body: a server may accept what the document does not describe. */
export function isOfBody(key: FieldKey): key is BodyKey {
  return key.startsWith('bodies.');
}

/** What is said of a base URL that is none. */
export function hostNeeded(): string {
  return translate({
    id: 'ref.try.hostNeeded',
    message:
      'Enter the base URL of the API: http or https, without a user name or query, such as https://api.example.com',
  });
}

/** Errors of the fields that the request is made from, in the order of the form. */
export function fieldErrors(form: RequestForm, values: FormValues): ReadonlyMap<FieldKey, string> {
  const errors = new Map<FieldKey, string>();
  const add = (key: FieldKey, result: string | true): void => {
    if (result !== true) errors.set(key, result);
  };
  if (needsHost(form, values) && !isHost(values.host)) add('host', hostNeeded());
  for (const [index, entry] of form.parameters.entries())
    add(`parameters.${index}`, validate(entry, values.parameters[index], form.context));
  const at = Number(values.bodyType);
  const [body, given] = [form.bodies[at], values.bodies[at]];
  if (!values.hasBody || !body || !given) return errors;
  if (body.kind === 'text' && body.notation === 'json')
    add(`bodies.${at}`, validText(given.text, body.media.schema, form.context));
  else
    for (const { entry, index } of chosenEntries(body, given))
      add(`bodies.${at}.fields.${index}`, validate(entry, given.fields[index], form.context));
  return errors;
}
