import FoldedItems from '@theme/ApiExplorer/FoldedItems';
import FormItem from '@theme/ApiExplorer/FormItem';
import type { ReactNode } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import { isFilled } from '../../../model/request/control.ts';

/** The parameters of the operation, by location. */
export default function ParamOptions(): ReactNode {
  const { form, values, change, errorOf } = useConsole();
  return form.operation.parameters.map((group) => (
    <fieldset key={group.in}>
      <legend>{group.title}</legend>
      <FoldedItems
        items={form.parameters.flatMap((entry, index) => {
          if (entry.in !== group.in) return [];
          const input = values.parameters[index];
          const { name, required } = entry;
          const draw = (): ReactNode => (
            <FormItem
              entry={entry}
              input={input}
              onChange={(changed) =>
                change(
                  { parameters: values.parameters.with(index, changed) },
                  `parameters.${index}`,
                )
              }
              error={errorOf(`parameters.${index}`)}
            />
          );
          return { name, required, isFilled: isFilled(input), draw };
        })}
      />
    </fieldset>
  ));
}
