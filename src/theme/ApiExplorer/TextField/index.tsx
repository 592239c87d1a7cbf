import { type ReactNode, useId } from 'react';

export interface Props {
  readonly label: string;
  readonly type: 'text' | 'password';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A text on one line, with a label. */
export default function TextField({ label, type, value, onChange }: Props): ReactNode {
  const id = useId();
  return (
    <div className="ref-try-item">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        autoComplete="off"
        spellCheck={false}
      />
    </div>
  );
}
