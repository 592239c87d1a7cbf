import CodeHtml from '@theme/CodeHtml';
import type { ReactNode } from 'react';
import { highlight } from '../../model/samples/highlight.ts';

export interface Props {
  readonly code: string;
  readonly language: string;
}

/** Highlighted code. */
export default function Code({ code, language }: Props): ReactNode {
  return <CodeHtml html={highlight(code, language)} />;
}
