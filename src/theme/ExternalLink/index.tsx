import type { ReactNode } from 'react';
import { safeUrl } from '../../model/request/safe-url.ts';

export interface Props {
  /** A URL as the document gives it. */
  readonly href: unknown;
  readonly children: ReactNode;
}

/** A link to another site; just its text if the URL is not safe to link to. */
export default function ExternalLink({ href, children }: Props): ReactNode {
  const url = safeUrl(href);
  return url ? (
    <a href={url} rel="noreferrer nofollow">
      {children}
    </a>
  ) : (
    children
  );
}
