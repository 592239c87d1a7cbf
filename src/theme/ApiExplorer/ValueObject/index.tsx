import { translate } from '@docusaurus/Translate';
import FoldedItems from '@theme/ApiExplorer/FoldedItems';
import ValueField, { type Props as FieldProps } from '@theme/ApiExplorer/ValueField';
import { type ReactNode, useId, useState } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import { entriesOf, isObject, own } from '../../../json/guards.ts';
import { jsonText } from '../../../json/text.ts';
import { firstValue, type ValueMember, withMember } from '../../../model/request/value-form.ts';

export interface Props extends Pick<FieldProps, 'value' | 'path' | 'onChange'> {
  readonly members: readonly ValueMember[];
  /** The schema of members with other names; false if there may be none. */
  readonly others: unknown;
}

/** The members of an object: those of its schema, and those with other names. */
export default function ValueObject({ value, path, members, others, onChange }: Props): ReactNode {
  const { form } = useConsole();
  const names = new Set(members.map(({ name }) => name));
  const extra = entriesOf(value)
    .filter(([name]) => !names.has(name))
    .map(([name]) => ({
      name,
      required: false,
      deprecated: false,
      schema: isObject(others) ? others : true,
    }));
  /** A constant that is there already, such as the tag of a variant, needs no field. */
  const isOpenToChange = ({ name, required, schema }: ValueMember): boolean => {
    const { const: only } = form.context.flatten(schema).schema;
    return !required || only === undefined || jsonText(own(value, name)) !== jsonText(only);
  };
  return (
    <>
      <FoldedItems
        isNeeded={path.length === 0}
        items={[...members, ...extra].filter(isOpenToChange).map((member) => {
          const given = own(value, member.name);
          const draw = (): ReactNode => (
            <ValueField
              {...member}
              value={given}
              path={[...path, member.name]}
              onChange={(changed) => onChange(withMember(value, member.name, changed))}
            />
          );
          return { ...member, isFilled: given !== undefined, draw };
        })}
      />
      {others !== false && <NewMember value={value} schema={others} onChange={onChange} />}
    </>
  );
}

interface NewProps extends Pick<Props, 'value' | 'onChange'> {
  readonly schema: unknown;
}

/** Adds a member of any name. */
function NewMember({ value, schema, onChange }: NewProps): ReactNode {
  const { form } = useConsole();
  const id = useId();
  const [name, setName] = useState('');
  const isTaken = own(value, name) !== undefined;
  const add = (): void => {
    if (name === '' || isTaken) return;
    const first = isObject(schema) ? firstValue(schema, name, form.context) : '';
    onChange(withMember(value, name, first));
    setName('');
  };
  return (
    <div className="ref-try-item">
      <label htmlFor={id}>{translate({ id: 'ref.try.newName', message: 'New name' })}</label>
      <span className="ref-try-add">
        <input
          id={id}
          value={name}
          onChange={({ target }) => setName(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            add();
          }}
          autoComplete="off"
          spellCheck={false}
        />
        <button
          type="button"
          className="ref-button"
          aria-disabled={name === '' || isTaken}
          onClick={add}
        >
          {translate({ id: 'ref.try.add', message: 'Add' })}
        </button>
      </span>
    </div>
  );
}
