import type { ReactNode } from 'react';
import type { ApartName } from '../../model/schema/affixes.ts';

export interface Props {
  readonly name: ApartName;
  /** Value of the discriminator that selects the choice. */
  readonly value: string | undefined;
}

/** A choice of many: its value, then what sets its name apart from the others; or just the name. */
export default function SchemaChoiceLabel({ name, value }: Props): ReactNode {
  const { prefix, own, suffix } = name;
  if (value === undefined || value === prefix + own + suffix)
    return (
      <span>
        {prefix && <small>{prefix}</small>}
        {own}
        {suffix && <small>{suffix}</small>}
      </span>
    );
  return (
    <>
      {value} <small>{`${prefix && '…'}${own}${suffix && '…'}`}</small>
    </>
  );
}
