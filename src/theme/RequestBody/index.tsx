import Translate from '@docusaurus/Translate';
import Markdown from '@theme/Markdown';
import MediaTypes from '@theme/MediaTypes';
import type { ReactNode } from 'react';
import type { RequestBodyModel } from '../../model/page.ts';
import styles from './styles.module.css';

export interface Props {
  readonly body: RequestBodyModel;
}

/** Whether a body must be sent, what it means, and its media types. */
export default function RequestBody({ body }: Props): ReactNode {
  return (
    <>
      {body.required && (
        <p className={styles.required}>
          <Translate id="ref.required">required</Translate>
        </p>
      )}
      {body.description && <Markdown>{body.description}</Markdown>}
      <MediaTypes content={body.content} />
    </>
  );
}
