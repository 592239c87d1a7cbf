import MediaTypeBody from '@theme/MediaTypeBody';
import MimeTabs from '@theme/MimeTabs';
import TabItem from '@theme/TabItem';
import type { ReactNode } from 'react';
import type { MediaTypeModel } from '../../model/request/media-type.ts';

export interface Props {
  readonly content: readonly MediaTypeModel[];
}

/** A body in each of its media types. */
export default function MediaTypes({ content }: Props): ReactNode {
  if (content.length === 0) return null;
  return (
    <MimeTabs>
      {content.map((entry) => (
        <TabItem
          key={entry.anchor}
          value={entry.mediaType}
          label={entry.mediaType}
          attributes={{ id: entry.anchor }}
        >
          <MediaTypeBody mediaType={entry} />
        </TabItem>
      ))}
    </MimeTabs>
  );
}
