import { translate } from '@docusaurus/Translate';
import { type ReactNode, useId } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';

/** The media type of the body: a select if there are several. */
export default function ContentType(): ReactNode {
  const { form, fields } = useConsole();
  const id = useId();
  const label = translate({ id: 'ref.mediaType', message: 'Media type' });
  if (form.bodies.length < 2) {
    return (
      <p className="ref-quiet">
        {label} <code>{form.bodies[0]?.mediaType}</code>
      </p>
    );
  }
  return (
    <div className="ref-try-item">
      <label htmlFor={id}>{label}</label>
      <select id={id} {...fields.register('bodyType')}>
        {form.bodies.map(({ mediaType }, index) => (
          <option key={mediaType} value={index}>
            {mediaType}
          </option>
        ))}
      </select>
    </div>
  );
}
