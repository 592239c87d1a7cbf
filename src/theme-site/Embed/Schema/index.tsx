import { translate } from '@docusaurus/Translate';
import EmbedCard from '@theme/Embed/Card';
import SchemaBody from '@theme/SchemaBody';
import type { ReactNode } from 'react';
import type { SchemaPageModel } from '../../../model/page/page.ts';

export interface Props {
  readonly page: SchemaPageModel;
}

/** The fields of a schema; nested fields are collapsed. */
export default function EmbedSchema({ page }: Props): ReactNode {
  const mark = translate({ id: 'site.schema', message: 'Schema' });
  return (
    <EmbedCard of={page} mark={<span className="ref-type">{mark}</span>}>
      <SchemaBody schema={page.schema} depth={1} name={page.title} />
    </EmbedCard>
  );
}
