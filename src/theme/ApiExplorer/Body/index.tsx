import { translate } from '@docusaurus/Translate';
import BodyText from '@theme/ApiExplorer/BodyText';
import ContentType from '@theme/ApiExplorer/ContentType';
import FormItem from '@theme/ApiExplorer/FormItem';
import Select from '@theme/ApiExplorer/Select';
import { type ReactNode, useId } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import { chosenEntries } from '../../../model/request/form-values.ts';

/** The body of the request: form fields, a file or text. */
export default function Body(): ReactNode {
  const { form, fields, values } = useConsole();
  const id = useId();
  const index = Number(values.bodyType);
  const [body, given] = [form.bodies[index], values.bodies[index]];
  if (!body || !given) return null;
  return (
    <fieldset>
      <legend>{translate({ id: 'ref.try.body', message: 'Request body' })}</legend>
      {!form.bodyRequired && (
        <label>
          <input type="checkbox" {...fields.register('hasBody')} />{' '}
          {translate({ id: 'ref.try.hasBody', message: 'Include a request body' })}
        </label>
      )}
      {values.hasBody && (
        <>
          <ContentType />
          {(body.kind === 'text' || body.kind === 'pairs') && (
            <BodyText key={index} body={body} index={index} />
          )}
          {body.variants.length > 1 && (
            <Select
              key={index}
              label={translate({ id: 'ref.try.variant', message: 'Variant' })}
              options={body.variants.map(({ label }) => label)}
              {...fields.register(`bodies.${index}.variant`)}
            />
          )}
          {chosenEntries(body, given).map(({ entry, index: at }) => (
            <FormItem key={`${index} ${at}`} entry={entry} name={`bodies.${index}.fields.${at}`} />
          ))}
          {body.kind === 'file' && (
            <div className="ref-try-item">
              <label htmlFor={id}>{translate({ id: 'ref.try.file', message: 'File' })}</label>
              <input id={id} type="file" {...fields.register(`bodies.${index}.file`)} />
            </div>
          )}
        </>
      )}
    </fieldset>
  );
}
