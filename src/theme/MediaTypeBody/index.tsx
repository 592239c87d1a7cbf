import { translate } from '@docusaurus/Translate';
import Encoding from '@theme/Encoding';
import Example from '@theme/Example';
import Facts from '@theme/Facts';
import Schema from '@theme/Schema';
import SchemaTabs from '@theme/SchemaTabs';
import TabItem from '@theme/TabItem';
import type { ReactNode } from 'react';
import type { MediaTypeModel } from '../../model/media-type.ts';

export interface Props {
  readonly mediaType: MediaTypeModel;
}

/** The schema of a body and its examples, a tab for each. */
export default function MediaTypeBody({ mediaType }: Props): ReactNode {
  const { anchor, schema, itemSchema, examples, encoding, extensions } = mediaType;
  if (!schema && !itemSchema && examples.length === 0) {
    return (
      <>
        <Facts facts={extensions} />
        <Encoding encoding={encoding} />
      </>
    );
  }
  return (
    <>
      <Facts facts={extensions} />
      <SchemaTabs>
        {(schema ?? itemSchema) && (
          <TabItem
            value="schema"
            label={translate({ id: 'ref.schema', message: 'Schema' })}
            attributes={{ id: `schema-of-${anchor}` }}
          >
            {schema && <Schema schema={schema} />}
            {itemSchema && <Schema schema={itemSchema} />}
            <Encoding encoding={encoding} />
          </TabItem>
        )}
        {examples.map((example, index) => (
          <TabItem
            key={example.name}
            value={example.name}
            label={example.label}
            attributes={{ id: `example-${index + 1}-of-${anchor}` }}
          >
            <Example example={example} />
          </TabItem>
        ))}
      </SchemaTabs>
    </>
  );
}
