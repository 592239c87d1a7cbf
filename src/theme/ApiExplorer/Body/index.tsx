import { translate } from '@docusaurus/Translate';
import BodyText from '@theme/ApiExplorer/BodyText';
import ContentType from '@theme/ApiExplorer/ContentType';
import FormItem from '@theme/ApiExplorer/FormItem';
import { type ReactNode, useId } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';

/** The body of the request: fields of a form, a file or a text. */
export default function Body(): ReactNode {
  const { form, fields, values } = useConsole();
  const id = useId();
  const index = Number(values.bodyType);
  const body = form.bodies[index];
  if (!body) return null;
  return (
    <fieldset>
      <legend>{translate({ id: 'ref.try.body', message: 'Body' })}</legend>
      {!form.bodyRequired && (
        <label>
          <input type="checkbox" {...fields.register('hasBody')} />{' '}
          {translate({ id: 'ref.try.hasBody', message: 'Send a body' })}
        </label>
      )}
      {values.hasBody && (
        <>
          <ContentType />
          {body.kind === 'text' && <BodyText key={index} body={body} index={index} />}
          {body.kind === 'fields' &&
            body.entries.map((entry, at) => (
              <FormItem
                key={`${index} ${entry.name}`}
                entry={entry}
                name={`bodies.${index}.fields.${at}`}
              />
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
