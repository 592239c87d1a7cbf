import BodyExamples from '@theme/BodyExamples';
import Encoding from '@theme/Encoding';
import Facts from '@theme/Facts';
import SchemaBody from '@theme/SchemaBody';
import type { ReactNode } from 'react';
import { bodySchemaAnchor } from '../../address/anchor.ts';
import type { MediaTypeModel } from '../../model/request/media-type.ts';

export interface Props {
  readonly mediaType: MediaTypeModel;
}

/** The schema of a body, and its examples. */
export default function MediaTypeBody({ mediaType }: Props): ReactNode {
  const { anchor, schema, type, itemSchema, encoding, extensions } = mediaType;
  return (
    <div className="ref-body">
      <BodyExamples mediaType={mediaType} isOpen={!schema && !itemSchema} />
      <div
        id={bodySchemaAnchor(anchor)}
        data-pagefind-ignore={(itemSchema ?? schema)?.ref?.href && ''}
      >
        <Facts facts={extensions} />
        {schema && <SchemaBody schema={schema} />}
        {type !== undefined && <span className="ref-type">{type}</span>}
        {itemSchema && <SchemaBody schema={itemSchema} />}
        <Encoding encoding={encoding} />
      </div>
    </div>
  );
}
