import CodeHtml from '@theme/CodeHtml';
import type { ReactNode } from 'react';
import { highlight } from '../../model/samples/highlight.ts';
import type { Placeholder } from '../../model/samples/placeholder.ts';

export interface Props {
  readonly code: string;
  readonly language: string;
  /** Words that readers replace. */
  readonly placeholders?: readonly Placeholder[];
}

/** Highlighted code. */
export default function Code({ code, language, placeholders }: Props): ReactNode {
  return <CodeHtml html={highlight(code, language, placeholders)} />;
}
