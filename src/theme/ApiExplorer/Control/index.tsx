import { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { inline } from '../../../json/guards.ts';
import { jsonText } from '../../../json/text.ts';
import type { Control as ControlModel, Input } from '../../../model/request/control.ts';

export interface Props {
  readonly control: ControlModel;
  readonly input: Input;
  readonly onChange: (input: Input) => void;
  readonly id: string;
  readonly placeholder: string;
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
  readonly isRequired: boolean;
}

/** `<input>` types by kind of control. */
const TYPES = {
  text: 'text',
  password: 'password',
  // A number input changes with the mouse wheel, and hides text it cannot parse.
  number: 'text',
  date: 'date',
  'date-time': 'datetime-local',
} as const;

/** The control for a value, depending on its schema. */
export default function Control(props: Props): ReactNode {
  const { control, input, onChange, placeholder } = props;
  const common = {
    id: props.id,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.isInvalid || undefined,
    'aria-required': props.isRequired || undefined,
  };
  const text = typeof input === 'string' ? input : '';
  const written = {
    value: text,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onChange(target.value),
    placeholder,
  };
  switch (control.kind) {
    case 'choice':
      return (
        <select {...common} value={text} onChange={({ target }) => onChange(target.value)}>
          <option value="">{translate({ id: 'ref.try.none', message: 'Not set' })}</option>
          {control.options.map((option) => (
            <option key={jsonText(option)} value={jsonText(option)}>
              {inline(option)}
            </option>
          ))}
        </select>
      );
    case 'choices':
      return <Choices {...props} options={control.options} />;
    case 'file':
      return <FileInput {...common} files={input} onChange={onChange} isSeveral={false} />;
    case 'lines':
      if (control.isFile)
        return <FileInput {...common} files={input} onChange={onChange} isSeveral={true} />;
      return (
        <>
          <textarea {...common} {...written} rows={2} />
          <small>{translate({ id: 'ref.try.lines', message: 'One value per line' })}</small>
        </>
      );
    case 'json':
      return <textarea {...common} {...written} rows={2} spellCheck={false} />;
    default:
      return (
        <>
          <input
            {...common}
            type={TYPES[control.kind]}
            {...written}
            inputMode={control.kind === 'number' ? 'decimal' : undefined}
            step={control.kind === 'date-time' ? 1 : undefined}
            autoComplete="off"
            spellCheck={false}
          />
          {control.kind === 'date-time' && (
            <small>
              {translate({ id: 'ref.try.localTime', message: 'Local time; sent in UTC' })}
            </small>
          )}
        </>
      );
  }
}

/** Without the index that `map` adds. */
const asJson = (value: unknown): string => jsonText(value);

interface ChoicesProps extends Pick<Props, 'input' | 'onChange'> {
  readonly options: readonly unknown[];
}

/** A checkbox for each value of a list. */
function Choices({ options, input, onChange }: ChoicesProps): ReactNode {
  const chosen: readonly unknown[] = Array.isArray(input) ? input : [];
  return (
    <div className="ref-try-options">
      {options.map(asJson).map((text, index) => (
        <label key={text}>
          <input
            type="checkbox"
            checked={chosen.includes(text)}
            onChange={({ target }) =>
              // In the order of the schema.
              onChange(
                options
                  .map(asJson)
                  .filter((other) => (other === text ? target.checked : chosen.includes(other))),
              )
            }
          />{' '}
          {inline(options[index])}
        </label>
      ))}
    </div>
  );
}

export interface FileProps {
  readonly id: string;
  readonly files: Input;
  readonly onChange: (input: Input) => void;
  readonly isSeveral: boolean;
}

/** A file input, which shows the chosen files again when it returns to the page. */
export function FileInput({ files, onChange, isSeveral, ...common }: FileProps): ReactNode {
  return (
    <input
      {...common}
      ref={(element) => {
        if (element && files instanceof FileList && element.files !== files) element.files = files;
      }}
      type="file"
      multiple={isSeveral}
      onChange={({ target }) => onChange(target.files)}
    />
  );
}
