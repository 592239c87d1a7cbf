import { useEffect, useState } from 'react';

/** As in `css/reference.css`: from this width on, samples are beside the request. */
const IS_WIDE = '(min-width: 1280px)';

/**
 * A place above the page's samples, if those are beside the console: a response is shown there, so that the form that
 * it belongs to stays in view. Undefined if there is no room.
 */
export function useBeside(): HTMLElement | undefined {
  const [place, setPlace] = useState<HTMLElement>();
  useEffect(() => {
    const samples = document.querySelector('.ref-samples');
    if (!samples) return;
    const query = window.matchMedia(IS_WIDE);
    const own = document.createElement('div');
    own.className = 'ref-try-beside';
    const follow = (): void => {
      if (query.matches) samples.prepend(own);
      else own.remove();
      setPlace(query.matches ? own : undefined);
    };
    follow();
    query.addEventListener('change', follow);
    return () => {
      query.removeEventListener('change', follow);
      own.remove();
    };
  }, []);
  return place;
}
