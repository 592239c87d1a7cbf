import { translate } from '@docusaurus/Translate';
import { Fragment, type ReactNode } from 'react';
import { AUTHENTICATION } from '../../address/anchor.ts';
import { useOperation } from '../../client/app/page-context.tsx';
import type { OperationModel } from '../../model/page/page.ts';

/** The sections of an operation, by their anchors. */
function sectionsOf(operation: OperationModel): readonly (readonly [string, string])[] {
  const { parameters, requestBody, responses, callbacks } = operation;
  const names = {
    path: translate({ id: 'ref.contents.path', message: 'Path' }),
    query: translate({ id: 'ref.contents.query', message: 'Query' }),
    querystring: translate({ id: 'ref.contents.query', message: 'Query' }),
    header: translate({ id: 'ref.contents.header', message: 'Headers' }),
    cookie: translate({ id: 'ref.contents.cookie', message: 'Cookies' }),
  };
  return [
    [AUTHENTICATION, translate({ id: 'ref.authentication', message: 'Authentication' })],
    ...parameters.map(({ in: place, parameters: { length } }): [string, string] => [
      `parameters-${place}`,
      length > 1 ? `${names[place]} (${length})` : names[place],
    ]),
    ...(requestBody
      ? [['body', translate({ id: 'ref.contents.body', message: 'Body' })] as const]
      : []),
    ...responses.map(({ anchor, status }) => [anchor, status] as const),
    ...(callbacks.length > 0
      ? [['callbacks', translate({ id: 'ref.callbacks', message: 'Callbacks' })] as const]
      : []),
  ];
}

/** What the page has, in a line that stays in view; `client/page/contents.ts` marks where the reader is. */
export default function PageContents(): ReactNode {
  const operation = useOperation();
  if (!operation) return null;
  return (
    <nav
      className="ref-contents"
      aria-label={translate({ id: 'ref.contents', message: 'On this page' })}
    >
      {sectionsOf(operation).map(([anchor, label]) => (
        <Fragment key={anchor}>
          <a href={`#${encodeURIComponent(anchor)}`}>{label}</a>{' '}
        </Fragment>
      ))}
    </nav>
  );
}
