import { translate } from '@docusaurus/Translate';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { findIn } from '../../../client/console/find-in.ts';

export interface Props {
  /** Where to search. */
  readonly place: RefObject<HTMLElement | null>;
  /** Changes with what is there. */
  readonly content: unknown;
}

/** Names of the marks, which `css/console.css` colors. */
const [FOUND, CURRENT] = ['ref-found', 'ref-current'];

/** Searches the body of a response: Enter leads to the next place, with Shift to the one before. */
export default function Find({ place, content }: Props): ReactNode {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly Range[]>([]);
  const [current, setCurrent] = useState(0);
  useEffect(() => {
    setFound(place.current ? findIn(place.current, words) : []);
    setCurrent(0);
  }, [words, place, content]);
  useEffect(() => {
    const range = found[current];
    mark(FOUND, found);
    mark(CURRENT, range ? [range] : []);
    if (range) show(range);
    return () => {
      mark(FOUND, []);
      mark(CURRENT, []);
    };
  }, [found, current]);
  const label = translate({ id: 'ref.try.find', message: 'Find in the response' });
  return (
    <span className="ref-try-find">
      <input
        type="search"
        value={words}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={({ key, shiftKey }) => {
          if (key !== 'Enter' || found.length === 0) return;
          setCurrent((current + (shiftKey ? found.length - 1 : 1)) % found.length);
        }}
        placeholder={label}
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
      />
      <span role="status">
        {words !== '' &&
          translate(
            {
              id: 'ref.try.found',
              message: '{current} of {count}',
              description: 'Which of the places that a search found is shown: 3 of 12',
            },
            { current: found.length === 0 ? 0 : current + 1, count: found.length },
          )}
      </span>
    </span>
  );
}

/** Marks places without changing the text; browsers that cannot do that only lead to them. */
function mark(name: string, ranges: readonly Range[]): void {
  if (typeof Highlight === 'undefined') return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

/** Opens what is folded around a place, and scrolls to it. */
function show(range: Range): void {
  const element = range.startContainer.parentElement;
  for (let fold = element?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
    fold.open = true;
  element?.scrollIntoView({ block: 'nearest' });
}
