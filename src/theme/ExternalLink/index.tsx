import type { ReactNode } from 'react';
import { safeUrl } from '../../model/request/safe-url.ts';

export interface Props {
  /** An address as the document gives it. */
  readonly href: unknown;
  readonly children: ReactNode;
}

/** A link out of the site; only its text where the address is none that a link may lead to. */
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
