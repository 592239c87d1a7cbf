import { translate } from '@docusaurus/Translate';
import Control from '@theme/ApiExplorer/Control';
import RequiredMark from '@theme/RequiredMark';
import { type ReactNode, useId } from 'react';
import { type FieldPath, get } from 'react-hook-form';
import { useConsole } from '../../../client/console/console-context.tsx';
import { validate } from '../../../client/console/validate.ts';
import type { FormValues } from '../../../model/request/form-values.ts';
import type { Entry } from '../../../model/request/request-form.ts';

export interface Props {
  readonly entry: Entry;
  /** Its key in the form. */
  readonly name: FieldPath<FormValues>;
}

/** A value of the request: name, control and error. */
export default function FormItem({ entry, name }: Props): ReactNode {
  const { fields, form } = useConsole();
  const id = useId();
  const registered = fields.register(name, {
    validate: (input) => validate(entry, input as never, form.context),
  });
  const error: { message?: string } | undefined = get(fields.formState.errors, name);
  const isGroup = entry.control.kind === 'choices';
  const Label = isGroup ? 'span' : 'label';
  return (
    <div
      className="ref-try-item"
      {...(isGroup && { role: 'group', 'aria-labelledby': `${id}-name` })}
    >
      <Label {...(isGroup ? { id: `${id}-name` } : { htmlFor: id })}>
        <code>{entry.name}</code> <RequiredMark required={entry.required} />
        {entry.deprecated && (
          <small> {translate({ id: 'ref.deprecated', message: 'deprecated' })}</small>
        )}
      </Label>
      <div>
        <Control
          entry={entry}
          registered={registered}
          id={id}
          describedBy={error ? `${id}-error` : undefined}
          isInvalid={error !== undefined}
        />
        {error && (
          <p className="ref-try-error" id={`${id}-error`}>
            {entry.name} {error.message}
          </p>
        )}
      </div>
    </div>
  );
}
