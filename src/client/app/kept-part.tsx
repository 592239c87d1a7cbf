import { useLocation } from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { useEffect, useRef, useState } from 'react';
import { contentChanged } from '../protocol.ts';
import { Canonical } from './canonical.tsx';
import { Kept } from './kept.tsx';
import { canonicalOf, fetchPage, loadedPage } from './page-fetch.ts';

export interface KeptPartProps {
  /** Name of the element, `data-part`. */
  readonly part: string;
  readonly className?: string;
  /** Whether the page is made of the part, so that its canonical URL belongs to it. */
  readonly isPage?: boolean;
}

/** Of the start page. React may hydrate it in steps, between which Docusaurus sets its own. */
const startCanonical = canonicalOf(document);

/**
 * In the browser, on pages other than the reference (home page, guides): keeps the server's HTML, and when
 * the app navigates to such a page, takes the part from that page's HTML.
 */
export function KeptPart({ part, className, isPage = false }: KeptPartProps) {
  const wrapper = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  const isBrowser = useIsBrowser();
  const [isStart] = useState(!isBrowser);
  const [html] = useState(() =>
    isBrowser ? (loadedPage(pathname, part)?.parts.get(part) ?? '') : '',
  );
  const [canonical, setCanonical] = useState(() =>
    isBrowser ? loadedPage(pathname, part)?.canonical : startCanonical,
  );
  useEffect(() => {
    const element = wrapper.current?.firstElementChild;
    if (!element) return;
    if (element.firstChild || isStart) {
      // The page's script has upgraded the first page.
      if (html !== '') contentChanged();
      return;
    }
    let isShown = true;
    fetchPage(pathname, part).then(
      (page) => {
        if (!isShown) return;
        element.innerHTML = page.parts.get(part) ?? '';
        setCanonical(page.canonical);
        contentChanged();
      },
      () => {
        // Whatever went wrong, the browser's own navigation shows the page or the reason.
        if (isShown) window.location.reload();
      },
    );
    return () => {
      isShown = false;
    };
  }, [part, pathname, html, isStart]);
  return (
    <div ref={wrapper}>
      {isPage && <Canonical url={canonical} />}
      <Kept as="div" part={part} html={html} attributes={{ className }} />
    </div>
  );
}
