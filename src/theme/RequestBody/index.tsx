import Facts from '@theme/Facts';
import Markdown from '@theme/Markdown';
import MediaTypes from '@theme/MediaTypes';
import type { ReactNode } from 'react';
import type { RequestBodyModel } from '../../model/page/page.ts';

export interface Props {
  readonly body: RequestBodyModel;
}

/** The description of a body, and its media types. */
export default function RequestBody({ body }: Props): ReactNode {
  return (
    <>
      {body.description && <Markdown>{body.description}</Markdown>}
      <Facts facts={body.extensions} />
      <MediaTypes content={body.content} />
    </>
  );
}
