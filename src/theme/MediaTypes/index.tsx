import MediaTypeBody from '@theme/MediaTypeBody';
import MimeTabs from '@theme/MimeTabs';
import TabItem from '@theme/TabItem';
import type { ReactNode } from 'react';
import type { MediaTypeModel } from '../../model/request/media-type.ts';

export interface Props {
  readonly content: readonly MediaTypeModel[];
}

/** A body in each of its media types. The heading names the only one. */
export default function MediaTypes({ content }: Props): ReactNode {
  const [only, another] = content;
  if (!only) return null;
  if (!another) {
    return (
      <div id={only.anchor}>
        <MediaTypeBody mediaType={only} />
      </div>
    );
  }
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
