import { translate } from '@docusaurus/Translate';
import AnswerBody from '@theme/ApiExplorer/AnswerBody';
import { type ReactNode, Suspense } from 'react';
import type { Answer as AnswerModel } from '../../../client/console/exchange.ts';
import { optionalPart } from '../../../client/console/lazy-part.ts';
import type { Sent } from '../../../client/console/use-exchange.ts';

/** Not needed before there is a response. */
const AnswerTools = optionalPart(
  () => import(/* webpackChunkName: "console-tools" */ '@theme/ApiExplorer/AnswerTools'),
);

export interface Props {
  readonly sent: Sent;
  readonly answer: AnswerModel;
  /** Whether the API is cross-origin, so that pages can read only some of its headers. */
  readonly isForeign: boolean;
}

/** The response, as far as it has arrived. */
export default function Answer({ sent, answer, isForeign }: Props): ReactNode {
  const { headers, redirectedTo } = answer;
  return (
    <div className="ref-try-answer">
      {answer.isBroken && (
        <p className="ref-try-error" role="alert">
          {translate({
            id: 'ref.try.broken',
            message: 'The connection was lost before the response was complete.',
          })}
        </p>
      )}
      {redirectedTo !== undefined && (
        <p className="ref-quiet">
          {translate({ id: 'ref.try.redirected', message: 'Redirected to' })}{' '}
          <code>{redirectedTo}</code>
        </p>
      )}
      <details className="ref-fold">
        <summary>
          {translate({ id: 'ref.try.headers', message: 'Headers' })} ({headers.length})
        </summary>
        {isForeign && (
          <p className="ref-quiet">
            {translate({
              id: 'ref.try.exposed',
              message:
                'For cross-origin requests, browsers show only headers that the server exposes.',
            })}
          </p>
        )}
        <dl>
          {headers.map(([name, value]) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
      <AnswerBody answer={answer} />
      {answer.body && (
        <Suspense>
          <AnswerTools sent={sent} answer={answer} />
        </Suspense>
      )}
    </div>
  );
}
