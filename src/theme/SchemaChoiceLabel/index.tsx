import type { ReactNode } from 'react';
import type { ApartName } from '../../model/schema/affixes.ts';

export interface Props {
  readonly name: ApartName;
  /** Value of the discriminator that selects the choice. */
  readonly value: string | undefined;
}

/** What names have in common is only for screen readers: `Apple` of `AppleChallengeResponseRequest`. */
function Common({ children }: { readonly children: string }): ReactNode {
  return children && <span>{children}</span>;
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
      <code>{value}</code>{' '}
      <small>
        <Common>{prefix}</Common>
        {own}
        <Common>{suffix}</Common>
      </small>
    </>
  );
}
