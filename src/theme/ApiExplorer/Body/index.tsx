import { translate } from '@docusaurus/Translate';
import BodyText from '@theme/ApiExplorer/BodyText';
import ContentType from '@theme/ApiExplorer/ContentType';
import FormItem from '@theme/ApiExplorer/FormItem';
import { type ReactNode, useId } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';
import { chosenEntries } from '../../../model/request/form-values.ts';
import type { BodyForm } from '../../../model/request/request-form.ts';

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
          {body.variants.length > 1 && <Variant key={index} body={body} index={index} />}
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

interface VariantProps {
  readonly body: BodyForm;
  /** Of the media type. */
  readonly index: number;
}

/** Selects one of the forms that the schema allows. */
function Variant({ body: { variants }, index }: VariantProps): ReactNode {
  const { fields } = useConsole();
  const id = useId();
  return (
    <div className="ref-try-item">
      <label htmlFor={id}>
        {translate({
          id: 'ref.try.variant',
          message: 'Variant',
        })}
      </label>
      <select id={id} {...fields.register(`bodies.${index}.variant`)}>
        {variants.map(({ label }, at) => (
          <option key={`${at} ${label}`} value={at}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
