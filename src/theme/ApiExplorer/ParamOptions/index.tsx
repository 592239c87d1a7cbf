import FormItem from '@theme/ApiExplorer/FormItem';
import type { ReactNode } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';

/** The parameters of the operation, by location. */
export default function ParamOptions(): ReactNode {
  const { form } = useConsole();
  return form.operation.parameters.map((group) => (
    <fieldset key={group.in}>
      <legend>{group.title}</legend>
      {form.parameters.map(
        (entry, index) =>
          entry.in === group.in && (
            <FormItem key={entry.name} entry={entry} name={`parameters.${index}`} />
          ),
      )}
    </fieldset>
  ));
}
