import ExternalLink from '@theme/ExternalLink';
import Markdown from '@theme/Markdown';
import ResponseSamples from '@theme/ResponseSamples';
import type { ReactNode } from 'react';
import type { ExampleModel } from '../../model/media-type.ts';

export interface Props {
  readonly example: ExampleModel;
}

/** A value of a schema, or where there is one. */
export default function Example({ example }: Props): ReactNode {
  const { description, value, language, externalUrl } = example;
  return (
    <>
      {description && <Markdown>{description}</Markdown>}
      {value !== undefined && <ResponseSamples responseExample={value} language={language} />}
      {externalUrl && <ExternalLink href={externalUrl}>{externalUrl}</ExternalLink>}
    </>
  );
}
