import { translate } from '@docusaurus/Translate';
import ValueField, { type Props as FieldProps } from '@theme/ApiExplorer/ValueField';
import { type ReactNode, useRef } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import { useNextFocus } from '../../../client/console/use-next-focus.ts';
import { asArray } from '../../../json/guards.ts';
import { firstValue } from '../../../model/request/value-form.ts';

export interface Props extends Pick<FieldProps, 'value' | 'path' | 'name' | 'onChange'> {
  readonly itemOf: (index: number) => unknown;
}

/** The items of a list, each with a button that removes it. */
export default function ValueList({ value, path, name, itemOf, onChange }: Props): ReactNode {
  const { form } = useConsole();
  const items = asArray(value);
  const adds = useRef<HTMLButtonElement>(null);
  const moveFocus = useNextFocus(() =>
    adds.current?.previousElementSibling?.querySelector('input, select, textarea, button'),
  );
  return (
    <>
      {items.map((item, index) => (
        // The index is the key: items have no names.
        <div key={index} className="ref-try-entry">
          <ValueField
            schema={itemOf(index)}
            value={item}
            name={String(index + 1)}
            path={[...path, index]}
            required={true}
            isItem={true}
            deprecated={false}
            onChange={(changed) => onChange(items.with(index, changed ?? null))}
          />
          <button
            type="button"
            className="ref-button"
            aria-label={translate(
              { id: 'ref.try.removeItem', message: 'Remove item {number}' },
              { number: index + 1 },
            )}
            onClick={() => {
              onChange(items.toSpliced(index, 1));
              adds.current?.focus();
            }}
          >
            ×
          </button>
        </div>
      ))}
      <button
        ref={adds}
        type="button"
        className="ref-button"
        onClick={() => {
          moveFocus();
          onChange([...items, firstValue(itemOf(items.length), name, form.context)]);
        }}
      >
        {translate({ id: 'ref.try.addItem', message: 'Add item' })}
      </button>
    </>
  );
}
