import useBrokenLinks from '@docusaurus/useBrokenLinks';
import { type ReactNode, useId } from 'react';
import { usePageLinks } from '../../client/app/page-links.ts';
import { useTextLanguage } from '../../client/app/words.ts';
import { markdownToHtml } from '../../model/description/markdown.ts';

export interface Props {
  /** CommonMark source from a document; anything else (older pages) is rendered as is. */
  readonly children?: ReactNode;
  /** Whether it describes the page as a whole, so that its headings are the page's. */
  readonly isOfPage?: boolean;
}

/** A description from the document, as sanitized HTML. */
export default function Markdown({ children, isOfPage }: Props): ReactNode {
  const targets = usePageLinks();
  const lang = useTextLanguage();
  const id = useId();
  const { collectAnchor } = useBrokenLinks();
  if (typeof children !== 'string') return children;
  // markdownToHtml returns sanitized HTML.
  const html = isOfPage
    ? markdownToHtml(children, 'outline', targets)
    : markdownToHtml(children, 'words', targets, `${id}-`);
  // Guides may link to headings.
  for (const [, id] of html.matchAll(/<h[2-6] id="([^"]+)"/g)) collectAnchor(id);
  return <div className="ref-md" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
