import { translate } from '@docusaurus/Translate';
import { type ReactNode, useEffect, useState } from 'react';
import { followArrows } from '../../../client/console/fold-keys.ts';
import { type JsonBody, startJsonBody } from '../../../client/console/json-client.ts';
import type { Part, Parts } from '../../../client/console/json-index.ts';
import type { Found } from '../../../client/console/json-worker.ts';

export interface Props {
  readonly body: Blob;
  /** Shown instead of what is not JSON, and where there are no workers. */
  readonly children: ReactNode;
}

/** A long JSON body: a worker reads it, and of its parts only those are drawn that a reader opens. */
export default function LargeJson({ body, children }: Props): ReactNode {
  const [opened, setOpened] = useState<{ readonly json: JsonBody; readonly whole: Part }>();
  const [isOther, setOther] = useState(false);
  useEffect(() => {
    let json: JsonBody;
    try {
      json = startJsonBody();
    } catch {
      setOther(true);
      return;
    }
    json
      .ask('open', body)
      .then((whole) => (whole ? setOpened({ json, whole }) : setOther(true)))
      .catch(() => setOther(true));
    return json.close;
  }, [body]);
  if (isOther) return children;
  if (!opened)
    return <p>{translate({ id: 'ref.try.reading', message: 'Reading the response…' })}</p>;
  const { json, whole } = opened;
  return (
    <>
      <FindInJson json={json} />
      {/* biome-ignore lint/a11y/useSemanticElements: there is no element for a part of a response. */}
      <div
        role="group"
        className="ref-json"
        aria-label={translate({ id: 'ref.try.picture', message: 'Response body' })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus.
        tabIndex={0}
        onKeyDown={followArrows}
      >
        <PartLine json={json} part={whole} isFirst={true} end="" />
      </div>
    </>
  );
}

interface PartProps {
  readonly json: JsonBody;
  readonly part: Part;
  /** The whole, which is open at first. */
  readonly isFirst?: boolean;
  /** What follows it: a comma, if there are others. */
  readonly end: string;
}

/** A value: a line, or an object or list that can be opened. */
function PartLine({ json, part, isFirst = false, end }: PartProps): ReactNode {
  const { name, opens, text, start } = part;
  const [isOpen, setOpen] = useState(isFirst);
  const label = name !== undefined && (
    <>
      <span className="a">{name}</span>
      {': '}
    </>
  );
  if (!opens)
    return (
      <div>
        {label}
        <span className={text.startsWith('"') ? 's' : /^[-\d]/.test(text) ? 'n' : 'l'}>{text}</span>
        {end}
      </div>
    );
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      {/* One stop of the keyboard, from which arrows lead to the others. */}
      <summary tabIndex={isFirst ? 0 : -1}>
        {label}
        {isOpen ? opens : text}
      </summary>
      {isOpen && (
        <>
          <Members json={json} from={start + 1} />
          <div>
            {opens === '{' ? '}' : ']'}
            {end}
          </div>
        </>
      )}
    </details>
  );
}

/** The parts of an object or list, some at a time. */
function Members({ json, from }: { readonly json: JsonBody; readonly from: number }): ReactNode {
  const [{ parts, next }, setShown] = useState<Parts>({ parts: [], next: from });
  const load = (at: number): void =>
    void json
      .ask('parts', at)
      .then((more) =>
        setShown((before) =>
          before.next === at ? { ...more, parts: [...before.parts, ...more.parts] } : before,
        ),
      )
      .catch(() => {});
  useEffect(() => load(from), [from]);
  const last = parts.at(-1);
  return (
    <div className="ref-json-members">
      {parts.map((part) => (
        <PartLine
          key={part.start}
          json={json}
          part={part}
          end={part === last && next === undefined ? '' : ','}
        />
      ))}
      {next !== undefined && last && (
        <button type="button" className="ref-button" onClick={() => load(next)}>
          {translate({ id: 'ref.try.moreLines', message: 'Show more lines' })}
        </button>
      )}
    </div>
  );
}

/** Delay between a key press and the search, in milliseconds: it reads all of the body. */
const PAUSE = 200;

/** Searches all of the body: Enter leads to the next place, with Shift to the one before. */
function FindInJson({ json }: { readonly json: JsonBody }): ReactNode {
  const [words, setWords] = useState('');
  const [wanted, setWanted] = useState(0);
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void json
        .ask('find', { words, wanted })
        .then((answer) => isCurrent && setFound(answer))
        .catch(() => {});
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [json, words, wanted]);
  const label = translate({ id: 'ref.try.find', message: 'Find in the response' });
  const { count = 0, path = [], around = [] } = found ?? {};
  return (
    <>
      <span className="ref-try-find">
        <input
          type="search"
          value={words}
          onChange={({ target }) => {
            setWords(target.value);
            setWanted(0);
            // Not that of other words.
            setFound(undefined);
          }}
          onKeyDown={({ key, shiftKey }) => {
            if (key === 'Enter' && count > 0)
              setWanted((wanted + (shiftKey ? count - 1 : 1)) % count);
          }}
          placeholder={label}
          aria-label={label}
          autoComplete="off"
          spellCheck={false}
        />
        <span role="status">
          {words !== '' &&
            found &&
            translate(
              {
                id: 'ref.try.found',
                message: '{current} of {count}',
                description: 'Which of the places that a search found is shown: 3 of 12',
              },
              { current: count === 0 ? 0 : wanted + 1, count },
            )}
        </span>
      </span>
      {words !== '' && count > 0 && (
        <p className="ref-wrapped">
          <code>{path.join('.')}</code> {around[0]}
          <mark>{around[1]}</mark>
          {around[2]}
        </p>
      )}
    </>
  );
}
