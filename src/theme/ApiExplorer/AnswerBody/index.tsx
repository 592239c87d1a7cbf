import { translate } from '@docusaurus/Translate';
import CopyText from '@theme/ApiExplorer/CopyText';
import JsonTree from '@theme/ApiExplorer/JsonTree';
import CodeHtml from '@theme/CodeHtml';
import { type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import {
  drawing,
  fileNameOf,
  harmless,
  isDrawing,
  isJsonType,
  isMarkup,
  isPicture,
  jsonLines,
  prettyBody,
} from '../../../client/console/answer-body.ts';
import { type Answer, MAX_TEXT } from '../../../client/console/exchange.ts';
import { optionalPart } from '../../../client/console/lazy-part.ts';
import { learn } from '../../../client/samples/grammars.ts';

/** Not needed before there is a response. */
const Find = optionalPart(
  () => import(/* webpackChunkName: "console-tools" */ '@theme/ApiExplorer/Find'),
);

/** Not needed for most responses; without it, only the beginning of a long one is shown. */
const LargeJson = optionalPart(
  () => import(/* webpackChunkName: "console-large" */ '@theme/ApiExplorer/LargeJson'),
  ({ children }) => children,
);

/** Shorter texts are read at a glance. */
const MIN_FOUND = 300;

export interface Props {
  readonly answer: Answer;
}

/** The body of a response: formatted, as an image, or as a download. */
export default function AnswerBody({ answer }: Props): ReactNode {
  const { body, mediaType, size, text } = answer;
  const [isShown, isDrawn] = [isPicture(mediaType), isDrawing(mediaType)];
  const address = useObjectUrl(body, isShown && !isDrawn);
  const drawn = useDrawing(isDrawn ? body : undefined);
  const picture = isDrawn ? drawn : address;
  const isLarge = isJsonType(mediaType) && text !== undefined && text.length >= MAX_TEXT;
  if (size === 0)
    return body ? (
      <p className="ref-quiet">{translate({ id: 'ref.try.empty', message: 'Empty body.' })}</p>
    ) : null;
  return (
    <>
      {isShown && picture && (
        <img src={picture} alt={translate({ id: 'ref.try.picture', message: 'Response body' })} />
      )}
      {!isShown &&
        (body && isLarge ? (
          <Suspense>
            <LargeJson body={body}>
              <AnswerText answer={answer} />
            </LargeJson>
          </Suspense>
        ) : (
          <AnswerText answer={answer} />
        ))}
      <div className="ref-try-tools">
        {body && !isShown && text !== undefined && (
          <CopyText
            label={translate({ id: 'ref.copy', message: 'Copy' })}
            textOf={() => body.text()}
          />
        )}
        {address && (
          <a className="ref-button" href={address} download={fileNameOf(answer)}>
            {translate({ id: 'ref.try.save', message: 'Download' })}
          </a>
        )}
      </div>
    </>
  );
}

/** A text, or the beginning of a long one. */
function AnswerText({ answer }: Props): ReactNode {
  const { body, mediaType, text } = answer;
  const json = useMemo(() => jsonLines(answer), [answer]);
  const grammar = useGrammar(isMarkup(mediaType));
  const shown = useMemo(
    () => (json === undefined ? prettyBody(answer) : ''),
    [answer, json, grammar],
  );
  const place = useRef<HTMLDivElement>(null);
  if (text === undefined) return null;
  return (
    <>
      {body && text.length > MIN_FOUND && (
        <Suspense>
          <Find place={place} content={answer} />
        </Suspense>
      )}
      <div className="ref-try-text" ref={place}>
        {json === undefined ? <CodeHtml html={shown} /> : <JsonTree code={json} />}
      </div>
      {text.length >= MAX_TEXT && (
        <p className="ref-quiet">
          {translate(
            {
              id: 'ref.try.cut',
              message: 'Showing the first {count} characters. Download the rest.',
            },
            { count: MAX_TEXT.toLocaleString(document.documentElement.lang || undefined) },
          )}
        </p>
      )}
    </>
  );
}

/** Loads the grammar of XML if it is needed. @returns what changes once it is there. */
function useGrammar(isNeeded: boolean): boolean {
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    if (isNeeded) void learn('xml').then(() => setThere(true));
  }, [isNeeded]);
  return isThere;
}

/** A URL for a body, as long as it is shown. */
function useObjectUrl(body: Blob | undefined, keepsType: boolean): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!body) return setAddress(undefined);
    const url = URL.createObjectURL(keepsType ? body : harmless(body));
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [body, keepsType]);
  return address;
}

/** An image as a URL, once all of it has arrived. */
function useDrawing(body: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    setAddress(undefined);
    let isCurrent = true;
    if (body) void drawing(body).then((drawn) => isCurrent && setAddress(drawn));
    return () => {
      isCurrent = false;
    };
  }, [body]);
  return address;
}
