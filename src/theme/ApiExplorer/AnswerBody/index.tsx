import { translate } from '@docusaurus/Translate';
import CodeHtml from '@theme/CodeHtml';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import {
  drawing,
  fileNameOf,
  harmless,
  isDrawing,
  isPicture,
  prettyBody,
} from '../../../client/console/answer-body.ts';
import { type Answer, MAX_TEXT } from '../../../client/console/exchange.ts';

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
  const shown = useMemo(() => prettyBody(answer), [answer]);
  if (size === 0)
    return body ? (
      <p className="ref-quiet">{translate({ id: 'ref.try.empty', message: 'Empty body.' })}</p>
    ) : null;
  return (
    <>
      {isShown && picture && (
        <img src={picture} alt={translate({ id: 'ref.try.picture', message: 'Response body' })} />
      )}
      {!isShown && text !== undefined && (
        <div className="ref-try-text">
          <CodeHtml html={shown} />
        </div>
      )}
      {!isShown && text !== undefined && text.length >= MAX_TEXT && (
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
      {address && (
        <a className="ref-button" href={address} download={fileNameOf(answer)}>
          {translate({ id: 'ref.try.save', message: 'Download' })}
        </a>
      )}
    </>
  );
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
