import { translate } from '@docusaurus/Translate';
import ContentType from '@theme/ApiExplorer/ContentType';
import { FileInput } from '@theme/ApiExplorer/Control';
import FoldedItems from '@theme/ApiExplorer/FoldedItems';
import FormItem from '@theme/ApiExplorer/FormItem';
import Select from '@theme/ApiExplorer/Select';
import { type ReactNode, Suspense, useId } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import { lazyPart } from '../../../client/console/lazy-part.ts';
import { isFilled } from '../../../model/request/control.ts';
import { chosenEntries } from '../../../model/request/form-values.ts';

/** Most operations have no body, and need none of what checks and writes JSON. */
const BodyText = lazyPart(
  () => import(/* webpackChunkName: "console-body" */ '@theme/ApiExplorer/BodyText'),
);

/** The body of the request: form fields, a file or text. */
export default function Body(): ReactNode {
  const { form, values, change, changeBody, errorOf } = useConsole();
  const id = useId();
  const index = Number(values.bodyType);
  const [body, given] = [form.bodies[index], values.bodies[index]];
  if (!body || !given) return null;
  return (
    <fieldset>
      <legend>{translate({ id: 'ref.try.body', message: 'Request body' })}</legend>
      {!form.bodyRequired && (
        <label>
          <input
            type="checkbox"
            checked={values.hasBody}
            onChange={({ target }) => change({ hasBody: target.checked })}
          />{' '}
          {translate({ id: 'ref.try.hasBody', message: 'Include a request body' })}
        </label>
      )}
      {values.hasBody && (
        <>
          <ContentType />
          {(body.kind === 'text' || body.kind === 'pairs') && (
            <Suspense>
              <BodyText key={index} body={body} index={index} />
            </Suspense>
          )}
          {body.variants.length > 1 && (
            <Select
              key={index}
              label={translate({ id: 'ref.try.variant', message: 'Variant' })}
              options={body.variants.map(({ label }) => label)}
              value={given.variant}
              onChange={({ target }) => changeBody(index, { variant: target.value })}
            />
          )}
          {body.kind === 'fields' && (
            <FoldedItems
              key={`${index} ${given.variant}`}
              isNeeded
              items={chosenEntries(body, given).map(({ entry, index: at }) => {
                const input = given.fields[at];
                const draw = (): ReactNode => (
                  <FormItem
                    entry={entry}
                    input={input}
                    onChange={(changed) =>
                      changeBody(
                        index,
                        { fields: given.fields.with(at, changed) },
                        `bodies.${index}.fields.${at}`,
                      )
                    }
                    error={errorOf(`bodies.${index}.fields.${at}`)}
                  />
                );
                const { name, required } = entry;
                return { name, required, isFilled: isFilled(input), draw };
              })}
            />
          )}
          {body.kind === 'file' && (
            <div className="ref-try-item">
              <label htmlFor={id}>{translate({ id: 'ref.try.file', message: 'File' })}</label>
              <FileInput
                id={id}
                files={given.file}
                onChange={(file) => changeBody(index, { file })}
                isSeveral={false}
              />
            </div>
          )}
        </>
      )}
    </fieldset>
  );
}
