import ValueField from '@theme/ApiExplorer/ValueField';
import { type ReactNode, useMemo } from 'react';
import { valueErrors } from '../../../client/console/body-check.ts';
import { useConsole } from '../../../client/console/console-context.tsx';
import { ValueErrorsProvider } from '../../../client/console/value-errors.tsx';
import { jsonText } from '../../../json/text.ts';

export interface Props {
  readonly schema: unknown;
  readonly value: unknown;
  readonly onChange: (text: string) => void;
}

/** The body itself. */
const TOP: readonly string[] = [];

/** A JSON body as a form by its schema. Its text is what is kept: the form reads it, and writes it. */
export default function ValueEditor({ schema, value, onChange }: Props): ReactNode {
  const { form, isTried } = useConsole();
  const errors = useMemo(
    () => valueErrors(value, schema, TOP, form.context, isTried),
    [value, schema, form, isTried],
  );
  return (
    <ValueErrorsProvider value={errors}>
      <ValueField
        schema={schema}
        value={value}
        name=""
        path={TOP}
        required={true}
        deprecated={false}
        onChange={(changed) => onChange(jsonText(changed, 2))}
      />
    </ValueErrorsProvider>
  );
}
