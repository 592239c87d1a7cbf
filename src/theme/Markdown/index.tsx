import type { ReactNode } from 'react';
import { markdownToHtml } from '../../model/markdown.ts';

export interface Props {
  /** CommonMark source from a document; anything else (older pages) is drawn as it is. */
  readonly children?: ReactNode;
  /** Whether it is about the page as a whole, so that its headings are the page's. */
  readonly isOfPage?: boolean;
}

/** A description of the document, as sanitised HTML. */
export default function Markdown({ children, isOfPage }: Props): ReactNode {
  if (typeof children !== 'string') {
    return children;
  }
  // markdownToHtml gives sanitised HTML.
  const html = markdownToHtml(children, isOfPage ? 'outline' : 'words');
  return <div className="ref-md" dangerouslySetInnerHTML={{ __html: html }} />;
}
