import { translate } from '@docusaurus/Translate';
import Control from '@theme/ApiExplorer/Control';
import RequiredMark from '@theme/RequiredMark';
import { type ReactNode, useId } from 'react';
import type { Input } from '../../../model/request/control.ts';
import type { Entry } from '../../../model/request/request-form.ts';

export interface Props {
  readonly entry: Pick<Entry, 'name' | 'required' | 'deprecated' | 'control' | 'placeholder'>;
  readonly input: Input;
  readonly onChange: (input: Input) => void;
  readonly error: string | undefined;
  /** What else belongs to the field. */
  readonly children?: ReactNode;
}

/** A value of the request: name, control and error. */
export default function FormItem({ entry, input, onChange, error, children }: Props): ReactNode {
  const id = useId();
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
          control={entry.control}
          input={input}
          onChange={onChange}
          id={id}
          placeholder={entry.placeholder}
          describedBy={error ? `${id}-error` : undefined}
          isInvalid={error !== undefined}
          isRequired={entry.required}
        />
        {children}
        {error && (
          <p className="ref-try-error" id={`${id}-error`}>
            {entry.name} {error}
          </p>
        )}
      </div>
    </div>
  );
}
