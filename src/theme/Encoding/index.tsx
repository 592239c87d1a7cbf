import Translate, { translate } from '@docusaurus/Translate';
import Encodings from '@theme/Encoding';
import Facts from '@theme/Facts';
import ParamsList from '@theme/ParamsList';
import type { ReactNode } from 'react';
import type { EncodingModel } from '../../model/request/encoding.ts';

export interface Props {
  readonly encoding: readonly EncodingModel[];
}

function Name({ property, position }: EncodingModel): ReactNode {
  if (property !== undefined) return <code>{property}</code>;
  return position === undefined
    ? translate({ id: 'ref.furtherParts', message: 'Further parts' })
    : translate({ id: 'ref.part', message: 'Part {position}' }, { position });
}

/** How individual parts of a form are serialized, OpenAPI 3.1 section 4.8.15. */
export default function Encoding({ encoding }: Props): ReactNode {
  if (encoding.length === 0) return null;
  return (
    <div className="ref-quiet">
      <Translate id="ref.encoding">Encoding</Translate>
      {encoding.map((one) => (
        <div key={one.property ?? one.position ?? ''}>
          <Name {...one} />
          <Facts facts={one.facts} />
          {one.headers.length > 0 && (
            <>
              <Translate id="ref.responseHeaders">Headers</Translate>
              <ParamsList parameters={one.headers} />
            </>
          )}
          <Encodings encoding={one.encoding} />
        </div>
      ))}
    </div>
  );
}
