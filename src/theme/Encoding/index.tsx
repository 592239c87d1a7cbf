import Translate from '@docusaurus/Translate';
import Facts from '@theme/Facts';
import type { ReactNode } from 'react';
import type { MediaTypeModel } from '../../model/media-type.ts';

export interface Props {
  readonly encoding: MediaTypeModel['encoding'];
}

/** How single properties of a form are written, OpenAPI 3.1 section 4.8.15. */
export default function Encoding({ encoding }: Props): ReactNode {
  if (encoding.length === 0) {
    return null;
  }
  return (
    <div className="ref-quiet">
      <Translate id="ref.encoding">Encoding</Translate>
      {encoding.map(({ property, facts }) => (
        <div key={property}>
          <code>{property}</code>
          <Facts facts={facts.map((label) => ({ label }))} />
        </div>
      ))}
    </div>
  );
}
