import type { ReactNode } from 'react';
import type { MediaTypeModel } from '../../model/request/media-type.ts';

export interface Props {
  readonly content: readonly MediaTypeModel[];
}

/** The only media type of a body, in the line of its heading; of several, there are tabs. */
export default function MediaTypeName({ content: [only, another] }: Props): ReactNode {
  return only && !another && <code className="ref-quiet">{only.mediaType}</code>;
}
