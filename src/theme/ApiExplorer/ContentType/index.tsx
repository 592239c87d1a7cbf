import { translate } from '@docusaurus/Translate';
import Select from '@theme/ApiExplorer/Select';
import type { ReactNode } from 'react';
import { useConsole } from '../../../client/console/console-context.tsx';

/** The media type of the body: a select if there are several. */
export default function ContentType(): ReactNode {
  const { form, values, change } = useConsole();
  const label = translate({ id: 'ref.mediaType', message: 'Media type' });
  if (form.bodies.length < 2)
    return (
      <p className="ref-quiet">
        {label} <code>{form.bodies[0]?.mediaType}</code>
      </p>
    );
  const options = form.bodies.map(({ mediaType }) => mediaType);
  return (
    <Select
      label={label}
      options={options}
      value={values.bodyType}
      onChange={({ target }) => change({ bodyType: target.value })}
    />
  );
}
