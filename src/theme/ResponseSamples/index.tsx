import Code from '@theme/Code';
import type { ReactNode } from 'react';

export interface Props {
  readonly responseExample: string;
  readonly language?: string;
}

/** An example body. */
export default function ResponseSamples({ responseExample, language = 'json' }: Props): ReactNode {
  return <Code code={responseExample} language={language} />;
}
