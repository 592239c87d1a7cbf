import { translate } from '@docusaurus/Translate';
import { type ReactNode, useMemo, useState } from 'react';
import { followArrows } from '../../../client/console/fold-keys.ts';
import { foldedJson } from '../../../client/console/folded-json.ts';

export interface Props {
  /** JSON on lines; it may end anywhere. */
  readonly code: string;
}

/** Lines shown at first: browsers take noticeably longer for more. */
const LINES = 2000;

/** Characters of a line that are shown. */
const WIDTH = 10_000;

function cut(line: string): string {
  return line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line;
}

/**
 * JSON whose objects and lists can be folded. The first fold is a stop of the keyboard; from there, arrows lead up and
 * down, and open and close.
 */
export default function JsonTree({ code }: Props): ReactNode {
  const [count, setCount] = useState(LINES);
  const lines = useMemo(() => code.split('\n').map(cut), [code]);
  const html = useMemo(() => foldedJson(lines.slice(0, count).join('\n')), [lines, count]);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: there is no element for a part of a response. */}
      <div
        role="group"
        className="ref-json"
        aria-label={translate({ id: 'ref.try.picture', message: 'Response body' })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus.
        tabIndex={0}
        onKeyDown={followArrows}
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {count < lines.length && (
        <button type="button" className="ref-button" onClick={() => setCount(count + LINES)}>
          {translate({ id: 'ref.try.moreLines', message: 'Show more lines' })}
        </button>
      )}
    </>
  );
}
