import { translate } from '@docusaurus/Translate';
import Code from '@theme/Code';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { exampleAnchor } from '../../address/anchor.ts';
import type { ResponseModel } from '../../model/page/response.ts';
import styles from './styles.module.css';

export interface Props {
  readonly responses: readonly ResponseModel[];
}

/** Characters of an example that is worth a second copy: a longer one fills more than a few screens. */
const LONG = 6000;

/**
 * What a request that succeeds gets, below its samples, where those are beside the text: the first example, which is
 * among the responses as well.
 */
export default function FirstResponse({ responses }: Props): ReactNode {
  const response = responses.find(({ tone }) => tone === 'success');
  if (!response) return null;
  const media = response.content.find(({ examples }) => examples[0]?.value);
  const example = media?.examples[0];
  const { status, label, anchor } = response;
  return (
    <div className={clsx('ref-first-response', styles.response)}>
      <a href={`#${media ? exampleAnchor(media.anchor) : anchor}`}>
        {translate(
          { id: 'ref.responseOf', message: 'Response {status}' },
          { status: label === status ? status : `${status} ${label}` },
        )}
      </a>
      {example?.value && example.value.length < LONG && (
        <Code code={example.value} language={example.language} />
      )}
    </div>
  );
}
