import { translate } from '@docusaurus/Translate';
import Facts from '@theme/Facts';
import Markdown from '@theme/Markdown';
import SchemaEnum from '@theme/SchemaEnum';
import type { ReactNode } from 'react';
import type { ServerModel } from '../../model/page/page.ts';
import { valueText } from '../../model/schema/value-text.ts';

export interface Props {
  readonly variable: ServerModel['variables'][number];
}

/** A variable of a server URL that a reader fills in, OpenAPI 3.1 section 4.8.6. */
export default function ServerVariable({ variable }: Props): ReactNode {
  const { name, description } = variable;
  const label = translate({ id: 'ref.default', message: 'default' });
  return (
    <>
      <code>{`{${name}}`}</code>
      {description && <Markdown>{description}</Markdown>}
      {variable.default !== undefined && (
        <Facts facts={[{ label, value: valueText(variable.default) }]} />
      )}
      <SchemaEnum values={variable.enum.map((value) => ({ value }))} />
    </>
  );
}
