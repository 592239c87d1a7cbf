import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { inline } from '../../../json/guards.ts';
import { jsonText } from '../../../json/text.ts';
import type { Entry } from '../../../model/request/request-form.ts';

export interface Props {
  readonly entry: Entry;
  /** Connects the control to the form. */
  readonly registered: UseFormRegisterReturn;
  readonly id: string;
  readonly describedBy?: string;
  readonly isInvalid: boolean;
}

/** `<input>` types by kind of control. */
const TYPES = {
  text: 'text',
  password: 'password',
  // A number input changes with the mouse wheel, and hides text it cannot parse.
  number: 'text',
  date: 'date',
  'date-time': 'datetime-local',
  file: 'file',
} as const;

/** The control for a value, depending on its schema. */
export default function Control({
  entry: { control, placeholder, required },
  registered,
  id,
  describedBy,
  isInvalid,
}: Props): ReactNode {
  const common = {
    ...registered,
    id,
    'aria-describedby': describedBy,
    'aria-invalid': isInvalid || undefined,
    'aria-required': required || undefined,
  };
  switch (control.kind) {
    case 'choice':
      return (
        <select {...common}>
          <option value="">{translate({ id: 'ref.try.none', message: 'Not set' })}</option>
          {control.options.map((option) => (
            <option key={jsonText(option)} value={jsonText(option)}>
              {inline(option)}
            </option>
          ))}
        </select>
      );
    case 'choices':
      return (
        <div className="ref-try-options">
          {control.options.map((option) => (
            <label key={jsonText(option)}>
              <input type="checkbox" {...registered} value={jsonText(option)} /> {inline(option)}
            </label>
          ))}
        </div>
      );
    case 'lines':
      if (control.isFile) return <input {...common} type="file" multiple />;
      return (
        <>
          <textarea {...common} rows={2} placeholder={placeholder} />
          <small>{translate({ id: 'ref.try.lines', message: 'One value per line' })}</small>
        </>
      );
    case 'json':
      return <textarea {...common} rows={3} placeholder={placeholder} spellCheck={false} />;
    default:
      return (
        <input
          {...common}
          type={TYPES[control.kind]}
          inputMode={control.kind === 'number' ? 'decimal' : undefined}
          step={control.kind === 'date-time' ? 1 : undefined}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
        />
      );
  }
}
