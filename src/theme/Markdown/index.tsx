import type { ReactNode } from 'react';
import { markdownToHtml } from '../../model/markdown.ts';

export interface Props {
  /** CommonMark source from a document; anything else (older pages) is drawn as it is. */
  readonly children?: ReactNode;
}

/** A description of the document, as sanitised HTML. */
export default function Markdown({ children }: Props): ReactNode {
  if (typeof children !== 'string') {
    return children;
  }
  // markdownToHtml gives sanitised HTML.
  return <div className="ref-md" dangerouslySetInnerHTML={{ __html: markdownToHtml(children) }} />;
}
