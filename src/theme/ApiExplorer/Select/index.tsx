import { type ComponentProps, type ReactNode, useId } from 'react';

export interface Props extends ComponentProps<'select'> {
  readonly label: string;
  /** Their indexes are the values. */
  readonly options: readonly string[];
}

/** One of several options, with a label. */
export default function Select({ label, options, ...select }: Props): ReactNode {
  const id = useId();
  return (
    <div className="ref-try-item">
      <label htmlFor={id}>{label}</label>
      <select id={id} {...select}>
        {options.map((name, index) => (
          <option key={`${index} ${name}`} value={index}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
