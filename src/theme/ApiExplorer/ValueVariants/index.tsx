import { translate } from '@docusaurus/Translate';
import Select from '@theme/ApiExplorer/Select';
import ValueField, { type Props as FieldProps } from '@theme/ApiExplorer/ValueField';
import { type ReactNode, useMemo, useState } from 'react';
import { valueErrors } from '../../../client/console/body-check.ts';
import { useConsole } from '../../../client/console/console-context.tsx';
import { ValueErrorsProvider } from '../../../client/console/value-errors.tsx';
import { ofVariant, type ValueVariant, variantOf } from '../../../model/request/value-form.ts';

export interface Props extends FieldProps {
  readonly variants: readonly ValueVariant[];
  /** Index of the one that the value has. */
  readonly chosen: number;
}

/** A choice between schemas, and the fields of the chosen one. */
export default function ValueVariants({ variants, chosen, ...props }: Props): ReactNode {
  const { value, path, onChange } = props;
  const { form, isTried } = useConsole();
  // A value may be valid for several, or for none yet.
  const [picked, setPicked] = useState(chosen);
  const index = variantOf(value, variants, form.context, picked);
  const variant = variants[index];
  const errors = useMemo(
    () => valueErrors(value, variant?.schema, path, form.context, isTried),
    [value, variant, path, form, isTried],
  );
  if (!variant) return null;
  return (
    <>
      <Select
        label={translate({ id: 'ref.try.variant', message: 'Variant' })}
        options={variants.map(({ label }) => label)}
        value={index}
        onChange={({ target }) => {
          const other = variants[Number(target.value)];
          if (!other) return;
          setPicked(Number(target.value));
          onChange(ofVariant(value, other, form.context));
        }}
      />
      <ValueErrorsProvider value={errors}>
        <ValueField key={index} {...props} schema={variant.schema} isInside={true} />
      </ValueErrorsProvider>
    </>
  );
}
